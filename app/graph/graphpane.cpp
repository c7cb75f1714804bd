// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "graphpane.h"

#include "arrangingnotice.h"
#include "graphtable.h"
#include "legend.h"
#include "lettering.h"
#include "sheet.h"

#include <app/style/icon.h>
#include <model/analysis/shapefigures.h>

#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace app::graph {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::layout::NodeKind;

namespace {

constexpr auto figuresEvery = 500ms; // quicker, and nobody could read them
constexpr double posterScale = 2.6; // of small pictures, for a room full of people

QString summaryOf(const model::system::System &system, const model::packaging::Packaging &packaging)
{
    const auto figures = model::analysis::figuresOf(system, packaging);
    const int units = figures.units;
    const int databases = figures.databases;
    const auto teams = static_cast<int>(system.teams.size());
    const QString unitWords = units == 1 ? GraphPane::tr("1 unit") : GraphPane::tr("%1 units").arg(units);
    const QString storeWords
        = databases == 1 ? GraphPane::tr("1 database") : GraphPane::tr("%1 databases").arg(databases);
    return QStringList{unitWords, GraphPane::tr("%1 teams").arg(teams), storeWords}.join(u" · "_s);
}

QToolButton *smallButton(const QString &words, const QString &name)
{
    auto *button = new QToolButton;
    button->setText(words);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("extent", u"small"_s);
    return button;
}

} // namespace

GraphPane::GraphPane(const model::system::System &system,
                     const model::packaging::Packaging &packaging,
                     services::platform::Layouts &layouts,
                     QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packaging(packaging)
    , m_layouts(layouts)
    , m_live(system, packaging)
    , m_title(new QLabel(packaging.title))
    , m_summary(new QLabel(summaryOf(system, packaging)))
    , m_tableButton(smallButton(tr("Table"), tr("Show %1 as a table").arg(packaging.title)))
    , m_menu(new QMenu(this))
    , m_view(new GraphView)
    , m_table(new GraphTable(tr("Table of %1").arg(packaging.title)))
    , m_pages(new QStackedWidget)
    , m_legend(new Legend(system, packaging))
{
    setAutoFillBackground(true);
    Shown shown;
    shown.stores = packaging.units.size() == 1; // with one a unit, they would drown the picture
    m_view->setShown(shown);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 6, 4);
    column->setSpacing(2);
    column->addWidget(buildHeader());
    m_notice = new ArrangingNotice(static_cast<int>(packaging.units.size()), *m_view, *this); // by Tab, too
    column->addWidget(m_pages, 1);
    column->addWidget(m_legend);
    m_view->setAccessibleName(tr("Graph of %1").arg(packaging.title));
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &GraphPane::askForLayout);
    connectView();
}

QWidget *GraphPane::buildHeader()
{
    auto *header = new QWidget;
    auto *words = new QVBoxLayout(header);
    words->setContentsMargins(0, 0, 6, 0);
    words->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    m_title->setProperty("kind", u"heading"_s);
    m_summary->setProperty("kind", u"subtle"_s);
    m_summary->setMinimumWidth(60); // a narrow pane cuts its words rather than the picture
    m_summary->setToolTip(tr("%1. Declared.").arg(m_summary->text()));
    row->addWidget(m_title, 1);
    words->addLayout(row);
    words->addWidget(m_summary);
    m_tableButton->setCheckable(true);
    m_tableButton->setIcon(style::icon(style::Icon::Table));
    m_tableButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *more
        = smallButton({}, tr("Picture of %1: zoom, tidy up, choose what is shown").arg(m_packaging.title));
    more->setIcon(style::icon(style::Icon::More));
    more->setMenu(m_menu);
    more->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(m_tableButton);
    row->addWidget(more);
    connect(m_tableButton, &QToolButton::toggled, this, &GraphPane::setTable);
    connect(m_menu, &QMenu::aboutToShow, this, &GraphPane::attended);
    return header;
}

void GraphPane::connectView()
{
    connect(m_view, &GraphView::resized, this, [this] {
        if (m_arrangement.layout.nodes.empty() && !m_notice->isStopped())
            m_settle.start();
    });
    connect(m_view, &GraphView::placed, this, &GraphPane::place);
    connect(m_view, &GraphView::pinWanted, this, &GraphPane::togglePin);
    connect(m_table, &GraphTable::chosen, m_view, &GraphView::choose);
    connect(m_table, &GraphTable::verbsWanted, m_view, &GraphView::verbsWanted);
    connect(m_view, &GraphView::chosen, m_table,
            [this](const Target &target) { m_table->setSelected(target); });
    connect(m_legend, &Legend::teamChosen, this, &GraphPane::teamChosen);
    connect(m_notice, &ArrangingNotice::cancelled, this, &GraphPane::waitNoMore);
    connect(m_notice, &ArrangingNotice::wantedAgain, this, &GraphPane::arrangeAnew);
    for (QWidget *widget : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_table)})
        widget->installEventFilter(this);
}

bool GraphPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT attended();
    return QWidget::eventFilter(watched, event);
}

void GraphPane::setTheme(const style::Theme &theme)
{
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.color(style::Role::Canvas));
    setPalette(colors);
    m_view->setTheme(theme);
    m_table->setTheme(theme);
    m_legend->setTheme(theme);
}

void GraphPane::setTable(bool isTable)
{
    m_pages->setCurrentWidget(isTable ? static_cast<QWidget *>(m_table) : m_view);
    m_tableButton->setChecked(isTable);
    m_legend->setVisible(!isTable);
    refreshTable();
    m_table->setSelected(m_view->selected());
}

bool GraphPane::isTable() const
{
    return m_pages->currentWidget() == m_table;
}

SheetPart GraphPane::sheetPart() const
{
    return {m_packaging.title, m_summary->text(), m_view->scene(), m_view->vitality()};
}

void GraphPane::takeFocus()
{
    m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void GraphPane::setPresentation(bool presents)
{
    m_view->setLargestScale(presents ? posterScale : Viewport::largestScale);
    m_tableButton->setVisible(!presents);
}

void GraphPane::refreshTable()
{
    if (isTable())
        m_table->show(m_view->scene(), m_view->vitality());
}

void GraphPane::show(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant now)
{
    m_live.take(fleet, now);
    const bool changed = std::ranges::any_of(
        fleet.instances, [&](const auto &instance) { return instance.status.since > m_lastVitality; });
    if (changed || now - m_lastVitality >= figuresEvery) {
        m_lastVitality = now;
        m_view->setVitality(m_live.vitality(fleet, now));
        refreshTable();
    }
    const RequestDots::Moment period = std::min<RequestDots::Moment>(now - m_lastTraffic, 500ms);
    m_lastTraffic = now;
    m_view->addTraffic(m_live.traffic(m_view->scene(), fleet, period), period);
}

void GraphPane::showMoment(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant then)
{
    m_view->setVitality(m_live.vitality(fleet, then));
    refreshTable();
    m_lastVitality = {}; // what is shown next is live again, at once
}

void GraphPane::select(const std::optional<Target> &target)
{
    m_view->setSelected(target);
    m_table->setSelected(target);
}

void GraphPane::selectCapability(const std::optional<model::system::CapabilityId> &capability)
{
    const auto *unit = capability.has_value() ? m_packaging.unitOf(*capability) : nullptr;
    if (unit == nullptr)
        return select({});
    Target target{{NodeKind::Unit, unit->id.value}, {}};
    if (unit->capabilities.size() > 1)
        target.module = capability;
    select(target);
}

void GraphPane::selectTopic(const model::system::TopicId &topic)
{
    const Target target{{NodeKind::Topic, topic.value}, {}};
    select(m_view->scene().node(target.node) != nullptr ? std::optional(target) : std::nullopt);
}

void GraphPane::selectCall(const model::system::CapabilityId &caller,
                           const model::system::CapabilityId &callee)
{
    const auto *from = m_packaging.unitOf(caller);
    const auto *to = m_packaging.unitOf(callee);
    if (from == nullptr || to == nullptr || from == to)
        return selectCapability(caller);
    select(Target{{NodeKind::Unit, from->id.value}, {}, NodeId{NodeKind::Unit, to->id.value}});
}

} // namespace app::graph
