// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the inspector shows of now, or of the moment that a person looks back at.

#include "autoscalercard.h"
#include "callpage.h"
#include "faultspage.h"
#include "inspectorpanel.h"
#include "instancelist.h"
#include "linespage.h"
#include "livefigures.h"
#include "logspage.h"
#include "systemnumbers.h"
#include "teampage.h"
#include "topicpage.h"
#include "unittotals.h"

#include <app/style/label.h>
#include <app/wording/figures.h>
#include <app/wording/health.h>
#include <model/analysis/cost.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>

namespace app::inspector {

using namespace Qt::StringLiterals;

QWidget *InspectorPanel::buildMomentBar()
{
    auto *bar = new QFrame;
    bar->setProperty("kind", u"hint"_s);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 6, 14, 6);
    m_moment = style::label({}, "plain");
    row->addWidget(m_moment, 1);
    auto *now = new QPushButton(tr("Now"));
    now->setProperty("extent", u"small"_s);
    now->setAccessibleName(tr("Back to now"));
    connect(now, &QPushButton::clicked, this, &InspectorPanel::nowWanted);
    row->addWidget(now, 0, Qt::AlignTop);
    bar->hide();
    return bar;
}

void InspectorPanel::show(const services::platform::Snapshot &snapshot)
{
    const bool isPoint = m_history.add(snapshot);
    if (m_ago.has_value()) {
        m_ago = snapshot.at - m_then.at;
        return describeMoment();
    }
    if (isPoint && m_subject.has_value())
        m_figures->showPast(m_history.of(m_subject->fleet, m_subject->unit));
    display(snapshot);
}

void InspectorPanel::display(const services::platform::Snapshot &snapshot)
{
    if (m_ago.has_value())
        m_numbers->showMoment(snapshot);
    else
        m_numbers->show(snapshot);
    const auto ofLine = static_cast<size_t>(m_call->line().fleet);
    if (m_pages->currentWidget() == m_call && ofLine < snapshot.fleets.size())
        m_call->show(snapshot.fleets[ofLine]);
    if (m_pages->currentWidget() == m_topic)
        m_topic->show(snapshot);
    if (!m_subject.has_value() || static_cast<size_t>(m_subject->fleet) >= snapshot.fleets.size())
        return;
    const auto &fleet = snapshot.fleets[static_cast<size_t>(m_subject->fleet)];
    m_faults->show(fleet);
    m_lines->show(fleet);
    const auto totals = totalsOf(fleet, m_subject->unit);
    m_figures->show(totals);
    m_list->show(totals.instances, m_packagings[static_cast<size_t>(m_subject->fleet)],
                 model::analysis::costOf(m_system, *unit()).memoryMegabytes, snapshot.at);
    m_instances = static_cast<int>(totals.instances.size());
    m_well = totals.well;
    m_count->setText(QString::number(m_instances));
    m_do->setText(m_instances > 1 ? tr("Do to all %1").arg(m_instances) : tr("Do"));
    m_fewer->setEnabled(m_instances > 1);
    m_more->setEnabled(m_instances < mostInstances);
    showAutoscaler(fleet);
    m_state->setText(u"<span style='color:%1'>%2 %3</span>"_s.arg(
        m_theme.color(wording::roleOf(totals.health)).name(), wording::mark(totals.health), totals.state));
    if (!m_ago.has_value())
        enableVerbs(totals.anyRuns, totals.anyRests);
}

// What was cannot be changed, and what is now is not what these figures say.
void InspectorPanel::setActable(bool actable)
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_faults), static_cast<QWidget *>(m_lines), static_cast<QWidget *>(m_call),
          static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_autoscaler), m_verbs, m_counters})
        part->setEnabled(actable);
}

void InspectorPanel::showMoment(const services::platform::Snapshot &then, std::chrono::nanoseconds ago)
{
    m_ago = ago;
    m_then = then;
    m_logs->setMoment(then.at);
    setActable(false);
    displayMoment();
    m_momentBar->show();
}

// Also of what is selected while a person looks back.
void InspectorPanel::displayMoment()
{
    if (!m_ago.has_value())
        return;
    if (m_subject.has_value())
        m_figures->showPast(m_history.until(m_subject->fleet, m_subject->unit, m_then.at));
    display(m_then);
    describeMoment();
}

void InspectorPanel::showNow()
{
    m_ago.reset();
    m_then = {};
    m_logs->setMoment({});
    setActable(true);
    m_momentBar->hide();
    if (m_subject.has_value())
        m_figures->showPast(m_history.of(m_subject->fleet, m_subject->unit));
}

void InspectorPanel::describeMoment()
{
    if (m_ago.has_value())
        m_moment->setText(momentWords(wording::ago(*m_ago)));
}

// Not every page is about what was measured then.
QString InspectorPanel::momentWords(const QString &when) const
{
    const auto *page = m_pages->currentIndex() == 1 ? m_tabs->currentWidget() : m_pages->currentWidget();
    if (page == m_dataTab)
        return tr("The rows are those of now, not of %1 ago: tables are not remembered.").arg(when);
    if (page == m_logsTab)
        return tr("Lines until %1 ago, as far as they are remembered.").arg(when);
    if (page == m_apiTab || page == m_ownersTab || page == m_team)
        return tr("Declared: the same %1 ago as now.").arg(when);
    return tr("As it was %1 ago, measured then. Go back to now to do something.").arg(when);
}

} // namespace app::inspector
