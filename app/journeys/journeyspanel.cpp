// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyspanel.h"

#include <app/style/label.h>
#include <app/wording/health.h>
#include <app/wording/journeys.h>
#include <model/operation/faulttable.h>
#include <model/operation/faultwords.h>

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace app::journeys {

using namespace Qt::StringLiterals;
using services::runtime::InstanceState;
using style::label;

namespace {

constexpr int lowestRow = 22; // pixels

// Without the fleet, which stands beside it.
QString wordsOf(model::operation::Fault fault)
{
    fault.target.fleet = {};
    QString words = model::operation::words(fault);
    words.front() = words.front().toUpper();
    return words;
}

QStringList titlesOf(const std::vector<model::packaging::Packaging> &packagings)
{
    QStringList titles;
    for (const auto &packaging : packagings)
        titles << packaging.title;
    return titles;
}

} // namespace

JourneysPanel::JourneysPanel(const model::system::System &system,
                             const std::vector<model::packaging::Packaging> &packagings,
                             QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_comparisons(packagings.size())
    , m_model(new JourneysModel(system, titlesOf(packagings), this))
    , m_chips(new StateChip(this))
    , m_table(new QTableView)
    , m_loss(new LossCard(titlesOf(packagings), system.journeys.size()))
{
    dressTable();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(14, 10, 10, 10);
    column->setSpacing(8);
    column->addWidget(label(tr("What customers can do right now"), "heading"));
    column->addWidget(m_table);
    column->addWidget(m_loss);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Journeys"));
    scroll->setWidget(content);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addWidget(scroll);
    m_content = content;
    fitTable();
}

void JourneysPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        fitTable();
        // And once more when all that is in here has changed, too.
        QMetaObject::invokeMethod(this, &JourneysPanel::fitTable, Qt::QueuedConnection);
    }
    QWidget::changeEvent(event);
}

bool JourneysPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitTable();
    return QWidget::eventFilter(watched, event);
}

void JourneysPanel::fitTable()
{
    auto *header = m_table->horizontalHeader();
    const int row = std::max(lowestRow, fontMetrics().height() + 7);
    m_table->verticalHeader()->setMinimumSectionSize(row);
    m_table->verticalHeader()->setDefaultSectionSize(row);
    m_table->setFixedHeight(row * m_model->rowCount() + header->sizeHint().height() + 2);
    if (m_content == nullptr || header->hiddenSectionCount() > 0)
        return; // there has to be room for all columns
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    const QAbstractItemView *view = m_table;
    int least = 2 * m_table->frameWidth();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        // For the longest words: the columns keep still.
        const int wanted = std::max(view->sizeHintForColumn(column), header->sectionSizeHint(column));
        least += wanted;
        if (column > 0)
            header->resizeSection(column, wanted);
    }
    m_table->setMinimumWidth(least);
    setMinimumWidth(m_content->minimumSizeHint().width()); // whatever is written in it
}

void JourneysPanel::dressTable()
{
    m_table->setModel(m_model);
    for (int column = 1; column < m_model->columnCount(); ++column)
        m_table->setItemDelegateForColumn(column, m_chips);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    auto *header = m_table->horizontalHeader();
    m_table->setWordWrap(false);
    QFont small = header->font(); // about as the style sheet will have it
    small.setPointSizeF(small.pointSizeF() * 0.9);
    header->setFont(small);
    header->setProperty("kind", u"small"_s);
    header->installEventFilter(this); // its letters become what they are after those of the panel
    header->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    header->setHighlightSections(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("What customers can do right now"));
    m_table->setToolTip(style::tip(tr("Double-click, or Enter: follow the latest attempt step by step")));
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const auto last = static_cast<int>(m_packagings.size()) - 1;
        const int fleet = index.column() > 0 ? index.column() - 1 : last; // the name: in the last shape
        Q_EMIT traceWanted(fleet, m_system.journeys[static_cast<size_t>(index.row())].id);
    });
}

void JourneysPanel::setTheme(const style::Theme &theme)
{
    m_chips->setTheme(theme);
    m_table->viewport()->update();
}

void JourneysPanel::setFleetVisible(int fleet, bool visible)
{
    m_table->setColumnHidden(fleet + 1, !visible);
    m_loss->setFleetVisible(fleet, visible);
}

LossCard::Loss JourneysPanel::lossOf(size_t fleet, const services::platform::FleetSnapshot &snapshot) const
{
    std::vector<const services::platform::InstanceSnapshot *> dead;
    for (const auto &instance : snapshot.instances) {
        if (wording::healthOf(instance.status.state) == wording::Health::Bad
            || (instance.status.state == InstanceState::Starting && instance.status.incarnation > 1))
            dead.push_back(&instance);
    }
    const auto &comparison = m_comparisons[fleet];
    LossCard::Loss loss;
    loss.predicted = comparison.predictedHurt();
    loss.measured = comparison.measuredHurt();
    loss.isSettled = comparison.isSettled();
    loss.isDown = !dead.empty();
    loss.isBroken = !snapshot.faults.empty();
    QStringList story = storyOfFaults(fleet, snapshot.faults);
    if (story.isEmpty() || loss.isDown)
        story << storyOfDead(dead, loss.measured);
    loss.story = story.join(u' ');
    for (const auto &id : comparison.untried()) {
        const auto *journey = m_system.journey(id);
        loss.untried << (journey != nullptr ? journey->title : id.value);
    }
    for (const auto &disagreement : comparison.disagreements())
        loss.disagreements << words(disagreement);
    return loss;
}

QStringList JourneysPanel::storyOfFaults(size_t fleet,
                                         const std::vector<model::operation::Fault> &faults) const
{
    constexpr int most = 3; // the chip in the top bar lists them all
    QStringList sentences;
    for (const auto &fault : faults) {
        if (fault.kind == model::operation::FaultKind::Crash)
            continue; // who is down is told by name
        const auto *unit = m_packagings[fleet].unitOf(fault.target.capability);
        const bool takesAll = unit != nullptr && unit->capabilities.size() > 1
            && model::operation::description(fault.kind).reach == model::operation::FaultReach::Process;
        sentences << (takesAll
                          ? tr("%1, with all %2 modules.").arg(wordsOf(fault)).arg(unit->capabilities.size())
                          : tr("%1.").arg(wordsOf(fault)));
    }
    if (sentences.size() > most)
        sentences = sentences.mid(0, most) << tr("And %1 more.").arg(sentences.size() - most);
    return sentences;
}

QString JourneysPanel::storyOfDead(const std::vector<const services::platform::InstanceSnapshot *> &dead,
                                   int hurt) const
{
    if (dead.empty() && hurt == 0)
        return {};
    if (dead.empty())
        return tr("%1 of %2 journeys hurt lately.").arg(hurt).arg(m_system.journeys.size());
    QStringList names;
    size_t modules = 0;
    for (const auto *instance : dead) {
        names << instance->status.id.value;
        modules += instance->status.capabilities.size();
    }
    if (modules > dead.size())
        return tr("%1 is down and took its %2 modules with it.").arg(names.join(u", "_s)).arg(modules);
    return tr("%1 down; %2 of %3 journeys hurt.")
        .arg(names.join(u", "_s))
        .arg(hurt)
        .arg(m_system.journeys.size());
}

QString JourneysPanel::words(const Comparison::Disagreement &disagreement) const
{
    const auto *journey = m_system.journey(disagreement.journey);
    const auto &tally = disagreement.measured;
    QString predicted = wording::words(disagreement.predicted.state);
    if (!disagreement.predicted.why.isEmpty())
        predicted = tr("%1 (%2)").arg(predicted, disagreement.predicted.why);
    QString measured = tr("%1 of %2 attempts succeeded, %3 of them degraded")
                           .arg(tally.succeeded)
                           .arg(tally.attempts)
                           .arg(tally.degraded);
    if (!disagreement.lately.isEmpty())
        measured += tr("; lately: %1").arg(disagreement.lately);
    return tr("%1 was predicted %2, and is measured %3 (%4).")
        .arg(journey != nullptr ? journey->title : disagreement.journey.value, predicted,
             wording::words(disagreement.state()), measured);
}

void JourneysPanel::measure(const services::platform::Snapshot &snapshot)
{
    for (size_t fleet = 0; fleet < std::min(snapshot.fleets.size(), m_packagings.size()); ++fleet)
        m_comparisons[fleet].measure(snapshot.fleets[fleet], snapshot.at);
}

void JourneysPanel::show(const services::platform::Snapshot &snapshot)
{
    m_model->show(snapshot);
    std::vector<LossCard::Loss> losses;
    for (size_t fleet = 0; fleet < std::min(snapshot.fleets.size(), m_packagings.size()); ++fleet)
        losses.push_back(lossOf(fleet, snapshot.fleets[fleet]));
    m_loss->show(losses);
}

void JourneysPanel::expect(int fleet, const model::analysis::BlastRadius &radius)
{
    m_comparisons[static_cast<size_t>(fleet)].expect(radius.journeys);
}

void JourneysPanel::predict(int fleet,
                            const model::operation::Fault &fault,
                            const model::analysis::BlastRadius &radius)
{
    auto nowhere = fault; // the fleet's title is said besides
    nowhere.target.fleet = {};
    QHash<model::system::JourneyId, JourneyState> states;
    QStringList down;
    QStringList degraded;
    QString why;
    for (const auto &journey : m_system.journeys) {
        const auto outlook = radius.journeys.value(journey.id);
        states[journey.id] = outlook.state;
        if (outlook.state == JourneyState::Down)
            down << journey.title;
        else if (outlook.state == JourneyState::Degraded)
            degraded << journey.title;
        const bool isWorse = outlook.state == JourneyState::Down && down.size() == 1;
        if (!outlook.why.isEmpty() && (why.isEmpty() || isWorse))
            why = tr("%1: %2").arg(journey.title, outlook.why);
    }
    m_model->setPrediction(fleet, states);
    QStringList lines;
    if (down.size() == static_cast<int>(m_system.journeys.size()))
        lines << tr("✕ Down: everything");
    else if (!down.isEmpty())
        lines << tr("✕ Down: %1").arg(down.join(u", "_s));
    if (!degraded.isEmpty())
        lines << tr("◐ Degraded: %1").arg(degraded.join(u", "_s));
    if (lines.isEmpty())
        lines << tr("✓ Every journey goes on.");
    if (!why.isEmpty())
        lines << why;
    lines << tr("Predicted by the model.");
    m_loss->predict(
        {fleet, static_cast<int>(down.size() + degraded.size()),
         tr("If %1, in %2")
             .arg(model::operation::words(nowhere), m_packagings[static_cast<size_t>(fleet)].title),
         lines.join(u'\n')});
}

void JourneysPanel::choose(const model::system::JourneyId &journey)
{
    const auto found = std::ranges::find(m_system.journeys, journey, &model::system::Journey::id);
    if (found == m_system.journeys.end())
        return;
    m_table->setCurrentIndex(m_model->index(static_cast<int>(found - m_system.journeys.begin()), 0));
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void JourneysPanel::forgetPrediction()
{
    m_loss->forgetPrediction();
    for (int fleet = 0; fleet < static_cast<int>(m_packagings.size()); ++fleet)
        m_model->setPrediction(fleet, {});
}

} // namespace app::journeys
