// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the console is put together.

#include "consolepanel.h"

#include "answerview.h"
#include "contractmodel.h"
#include "differencemodel.h"
#include "draftform.h"
#include "historymodel.h"
#include "seriespage.h"
#include "variablesmodel.h"

#include <app/style/label.h>
#include <app/tables/quiettable.h>

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestPatience = 60; // seconds

QStringList titlesOf(const std::vector<model::packaging::Packaging> &packagings)
{
    QStringList titles;
    for (const auto &packaging : packagings)
        titles << packaging.title;
    return titles;
}

QScrollArea *scrolling(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // all in it can have the focus
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    return area;
}

QTabWidget *quietTabs()
{
    auto *tabs = new QTabWidget;
    tabs->setProperty("kind", u"inner"_s);
    return tabs;
}

} // namespace

ConsolePanel::ConsolePanel(const model::system::System &system,
                           const std::vector<model::packaging::Packaging> &packagings,
                           QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_titles(titlesOf(packagings))
    , m_ports(packagings.size())
    , m_target(new QComboBox)
    , m_endpoint(new QComboBox)
    , m_patience(new QSpinBox)
    , m_summary(style::label({}, "subtle"))
    , m_form(new DraftForm)
    , m_contract(new ContractModel(this))
    , m_variables(new VariablesModel(m_titles, this))
    , m_history(new HistoryModel(system, m_titles + QStringList{tr("All shapes")}, this))
    , m_differences(new DifferenceModel(m_titles, this))
    , m_variablesTable(new tables::QuietTable(tr("Variables")))
    , m_historyTable(new tables::QuietTable(tr("Requests that were sent")))
    , m_writing(quietTabs())
    , m_reading(quietTabs())
    , m_send(new QPushButton(tr("Se&nd")))
    , m_note(style::label({}, "subtle"))
    , m_answer(new AnswerView(packagings))
    , m_comparison(style::label({}, "subtle"))
    , m_series(new SeriesPage(m_titles))
{
    fillEndpoints();
    setKnownVariables();
    auto *parts = new QSplitter(Qt::Horizontal);
    parts->setChildrenCollapsible(false);
    parts->addWidget(buildWriting());
    parts->addWidget(buildReading());
    parts->setSizes({520, 520});
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(14, 4, 10, 2);
    frame->addWidget(parts);
    connectParts();
    connectMemory();
    chooseEndpoint();
    setMinimumHeight(140); // the pages scroll
}

ConsolePanel::~ConsolePanel() = default;

QWidget *ConsolePanel::buildChoice()
{
    m_patience->setRange(1, longestPatience);
    m_patience->setValue(5);
    m_patience->setSuffix(tr(" s"));
    m_patience->setAccessibleName(tr("Seconds to wait at most"));
    m_patience->setToolTip(tr("Wait at most"));
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_target);
    row->addWidget(m_endpoint, 1);
    row->addWidget(m_patience);
    return box;
}

QWidget *ConsolePanel::buildWriting()
{
    auto *contract = new tables::QuietTable(tr("Contract of the endpoint"));
    contract->setUp(m_contract, {56, 110, 110});
    m_writing->addTab(scrolling(m_form), tr("Request"));
    m_writing->addTab(scrolling(&m_form->headersPage()), tr("Headers"));
    m_writing->addTab(contract, tr("Contract"));
    m_writing->addTab(buildVariables(), tr("Variables"));
    m_writing->addTab(buildHistory(), tr("History"));
    m_summary->setWordWrap(false);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_writing->setCornerWidget(m_summary);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(3);
    column->addWidget(buildChoice());
    column->addWidget(m_writing, 1);
    return box;
}

QWidget *ConsolePanel::buildVariables()
{
    m_variablesTable->setUp(m_variables, {110, 150});
    m_variablesTable->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                                      | QAbstractItemView::AnyKeyPressed
                                      | QAbstractItemView::SelectedClicked);
    m_variablesTable->setSelectionBehavior(QAbstractItemView::SelectItems);
    auto *remove = new QShortcut(QKeySequence(Qt::Key_Delete), m_variablesTable);
    remove->setContext(Qt::WidgetShortcut);
    remove->setWhatsThis(tr("In the variables of requests: remove the chosen one"));
    connect(remove, &QShortcut::activated, this,
            [this] { m_variables->remove(m_variablesTable->currentIndex().row()); });
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(2);
    column->addWidget(
        style::label(tr("Write {{name}} in a request. Answers fill them in: a log-in gives {{token}}, "
                        "an order {{order}}. {{fresh}} is another word each time."),
                     "subtle"));
    column->addWidget(m_variablesTable, 1);
    return page;
}

QWidget *ConsolePanel::buildReading()
{
    m_send->setProperty("kind", u"primary"_s);
    auto *curl = new QPushButton(tr("Copy &as curl"));
    curl->setProperty("extent", u"small"_s);
    m_send->setProperty("extent", u"small"_s);
    curl->setToolTip(style::tip(tr("The same request as a command for a terminal")));
    connect(curl, &QPushButton::clicked, this, &ConsolePanel::copyAsCurl);
    auto *acts = new QWidget;
    auto *head = new QHBoxLayout(acts);
    head->setContentsMargins(0, 0, 0, 3);
    head->setSpacing(8);
    head->addWidget(m_note, 1);
    head->addWidget(curl);
    head->addWidget(m_send);
    m_note->setWordWrap(false);
    m_reading->setCornerWidget(acts);
    auto *differences = new tables::QuietTable(tr("In what the answers differ"));
    differences->setUp(m_differences, {170, 160});
    auto *comparing = new QWidget;
    auto *compared = new QVBoxLayout(comparing);
    compared->setContentsMargins(0, 4, 0, 0);
    compared->setSpacing(2);
    compared->addWidget(m_comparison);
    compared->addWidget(differences, 1);
    m_comparison->setText(tr("Choose both shapes above and send: here is what their answers differ in."));
    m_reading->addTab(m_answer, tr("Answer"));
    m_reading->addTab(comparing, tr("Differences"));
    m_reading->addTab(m_series, tr("Series"));
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_reading, 1);
    return box;
}

void ConsolePanel::connectParts()
{
    connect(m_endpoint, &QComboBox::currentIndexChanged, this, &ConsolePanel::chooseEndpoint);
    connect(m_send, &QPushButton::clicked, this, &ConsolePanel::send);
    auto *sendKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    sendKey->setContext(Qt::WidgetWithChildrenShortcut);
    sendKey->setWhatsThis(tr("In Requests: send what is written"));
    connect(sendKey, &QShortcut::activated, this, &ConsolePanel::send);
    connect(m_form, &DraftForm::logInWanted, this, &ConsolePanel::logIn);
    connect(m_answer, &AnswerView::traceWanted, this, &ConsolePanel::traceWanted);
    connect(m_answer, &AnswerView::keepWanted, this, &ConsolePanel::keepAsVariable);
    connect(m_historyTable, &QTableView::activated, this,
            [this](const QModelIndex &index) { reuse(index.row()); });
    connect(m_series, &SeriesPage::startWanted, this, &ConsolePanel::sendMany);
    connect(m_series, &SeriesPage::requestWanted, this, &ConsolePanel::sendOfSeries);
}

void ConsolePanel::setTheme(const style::Theme &theme)
{
    m_answer->setTheme(theme);
    m_historyTable->setTheme(theme);
}

void ConsolePanel::show(const services::platform::Snapshot &snapshot)
{
    for (size_t fleet = 0; fleet < std::min(m_ports.size(), snapshot.fleets.size()); ++fleet) {
        for (const auto &instance : snapshot.fleets[fleet].instances) {
            if (instance.status.state == services::runtime::InstanceState::Healthy)
                m_ports[fleet][instance.status.unit] = instance.status.port;
        }
        const auto *entry = m_packagings[fleet].unitOf(m_system.entry);
        if (entry != nullptr && snapshot.fleets[fleet].entryPort != 0)
            m_ports[fleet][entry->id] = snapshot.fleets[fleet].entryPort;
    }
}

} // namespace app::console
