// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspectorpanel.h"

#include "autoscalercard.h"
#include "callpage.h"
#include "datapage.h"
#include "endpointspage.h"
#include "faultspage.h"
#include "instancelist.h"
#include "linespage.h"
#include "livefigures.h"
#include "logspage.h"
#include "ownerspage.h"
#include "systemnumbers.h"
#include "teampage.h"
#include "topicpage.h"
#include "unittotals.h"

#include <app/style/label.h>
#include <app/wording/health.h>

#include <QFocusEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace app::inspector {

using namespace Qt::StringLiterals;
using style::label;

InspectorPanel::InspectorPanel(const model::system::System &system,
                               const std::vector<model::packaging::Packaging> &packagings,
                               QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_momentBar(buildMomentBar())
    , m_pages(new QStackedWidget)
    , m_numbers(new SystemNumbers(system, packagings))
    , m_title(label({}, "title"))
    , m_state(label({}, "heading"))
    , m_where(label({}, "small"))
    , m_purpose(label({}, "subtle"))
    , m_tabs(new QTabWidget)
    , m_api(new EndpointsPage(system, packagings))
    , m_data(new DataPage(system, packagings))
    , m_owners(new OwnersPage(system, packagings))
    , m_logs(new LogsPage(system, packagings))
    , m_team(new TeamPage(system, packagings))
    , m_topic(new TopicPage(system, packagings))
    , m_faults(new FaultsPage(system, packagings))
    , m_lines(new LinesPage(system, packagings))
    , m_call(new CallPage(system, packagings))
    , m_figures(new LiveFigures)
    , m_list(new InstanceList)
    , m_count(label({}, "heading"))
    , m_fewer(new QPushButton)
    , m_more(new QPushButton)
    , m_autoscaler(new AutoscalerCard)
    , m_do(label({}, "heading"))
    , m_restart(new QPushButton(tr("&Restart")))
    , m_crash(new QPushButton(tr("&Crash")))
    , m_request(new QPushButton(tr("Send a req&uest…")))
    , m_note(label({}, "subtle"))
{
    m_pages->addWidget(buildEmptyPage());
    m_pages->addWidget(buildSubjectPage());
    m_pages->addWidget(m_call);
    m_pages->addWidget(m_team);
    m_pages->addWidget(m_topic);
    connectInstances();
    connectLines();
    connectTeams();
    connectTopics();
    connect(m_faults, &FaultsPage::faultWanted, this, &InspectorPanel::faultWanted);
    connect(m_faults, &FaultsPage::faultUnwanted, this, &InspectorPanel::faultUnwanted);
    connect(m_faults, &FaultsPage::faultPondered, this, &InspectorPanel::faultPondered);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_momentBar);
    column->addWidget(m_pages);
    setMinimumWidth(284); // the names of its pages, in any language
}

void InspectorPanel::connectInstances()
{
    const auto one = [this](const model::system::InstanceId &instance) {
        auto there = place();
        there.instance = instance;
        return there;
    };
    connect(m_list, &InstanceList::crashWanted, this,
            [this, one](const auto &instance) { Q_EMIT crashWanted(one(instance)); });
    connect(m_list, &InstanceList::restartWanted, this,
            [this, one](const auto &instance) { Q_EMIT restartWanted(one(instance)); });
    // As long as another one serves, one more or less is nobody's loss.
    connect(m_list, &InstanceList::crashPondered, this, [this](bool pondered) {
        if (m_subject.has_value() && m_well == 1)
            Q_EMIT crashPondered(*m_subject, pondered);
    });
}

void InspectorPanel::connectLines()
{
    connect(m_data, &DataPage::wanted, this, &InspectorPanel::dataWanted);
    connect(m_lines, &LinesPage::lineWanted, this, &InspectorPanel::lineWanted);
    connect(m_lines, &LinesPage::policiesWanted, this, &InspectorPanel::policiesWanted);
    connect(m_call, &CallPage::policiesWanted, this, &InspectorPanel::policiesWanted);
    connect(m_call, &CallPage::callerWanted, this, &InspectorPanel::subjectWanted);
}

void InspectorPanel::connectTeams()
{
    connect(m_logs, &LogsPage::traceWanted, this, &InspectorPanel::traceWanted);
    connect(m_owners, &OwnersPage::teamWanted, this, &InspectorPanel::teamWanted);
    connect(m_team, &TeamPage::teamWanted, this, &InspectorPanel::teamWanted);
    connect(m_team, &TeamPage::subjectWanted, this, &InspectorPanel::subjectWanted);
    connect(m_where, &QLabel::linkActivated, this,
            [this](const QString &team) { Q_EMIT teamWanted({team}); });
}

void InspectorPanel::selectTeam(const model::system::TeamId &team)
{
    select({});
    m_team->select(team);
    m_pages->setCurrentWidget(m_team);
    describeMoment();
}

void InspectorPanel::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    m_figures->setTheme(theme);
    m_list->setTheme(theme);
    m_call->setTheme(theme);
    m_logs->setTheme(theme);
}

const model::packaging::Unit *InspectorPanel::unit() const
{
    return m_subject.has_value() ? m_packagings[static_cast<size_t>(m_subject->fleet)].unit(m_subject->unit)
                                 : nullptr;
}

void InspectorPanel::showData(const services::platform::Place &unit,
                              const services::platform::DataReading &reading)
{
    m_data->show(unit, reading);
}

void InspectorPanel::showNoData(const services::platform::Place &unit, const QString &reason)
{
    m_data->showFailure(unit, reason);
}

services::platform::Place InspectorPanel::place() const
{
    return {m_packagings[static_cast<size_t>(m_subject->fleet)].id, m_subject->unit, {}};
}

void InspectorPanel::selectLine(const Line &line)
{
    select({});
    m_call->select(line);
    m_pages->setCurrentWidget(m_call);
    displayMoment();
}

void InspectorPanel::focusLine()
{
    if (m_pages->currentWidget() == m_call)
        m_call->setFocus(Qt::OtherFocusReason);
}

void InspectorPanel::showLogs(const model::telemetry::TraceId &trace)
{
    m_logs->showTrace(trace);
    m_tabs->setCurrentWidget(m_logsTab);
}

void InspectorPanel::select(const std::optional<Subject> &subject)
{
    const bool isOther = m_pages->currentIndex() > 1; // about something else than a subject
    if (m_subject == subject && !isOther)
        return;
    if (m_subject.has_value())
        Q_EMIT crashPondered(*m_subject, false);
    m_subject = subject;
    if (unit() == nullptr)
        m_subject.reset();
    m_pages->setCurrentIndex(m_subject.has_value() ? 1 : 0);
    if (m_subject.has_value())
        describe();
    displayMoment();
}

void InspectorPanel::describe()
{
    const auto *holder = unit();
    const auto *capability
        = m_subject->capability.has_value() ? m_system.capability(*m_subject->capability) : nullptr;
    const bool isModule = capability != nullptr && holder->capabilities.size() > 1;
    m_figures->showPast(m_history.of(m_subject->fleet, m_subject->unit));
    m_title->setText(capability != nullptr ? capability->title : holder->title);
    m_where->setText(whereabouts());
    m_purpose->setText(
        capability != nullptr
            ? capability->purpose
            : tr("%1 modules in one unit: they are deployed, scaled, crash and restart together.")
                  .arg(holder->capabilities.size()));
    m_note->setText(isModule
                        ? tr("What you see and do below is the whole unit's: a crash takes all its modules.")
                        : QString());
    m_note->setVisible(isModule);
    m_api->select(*m_subject);
    m_data->select(*m_subject);
    m_faults->select(*m_subject);
    m_lines->select(*m_subject);
    m_owners->select(*m_subject);
    m_logs->select(*m_subject);
    m_autoscaler->forget();
}

void InspectorPanel::catchUp()
{
    if (!m_subject.has_value())
        return;
    m_lines->catchUp();
    m_owners->catchUp();
}

QString InspectorPanel::whereabouts() const
{
    QStringList parts{m_packagings[static_cast<size_t>(m_subject->fleet)].title.toHtmlEscaped()};
    const auto *capability
        = m_subject->capability.has_value() ? m_system.capability(*m_subject->capability) : nullptr;
    if (capability == nullptr)
        return parts.front();
    if (unit()->capabilities.size() > 1)
        parts << tr("module of %1").arg(unit()->title.toHtmlEscaped());
    const auto *team = m_system.team(capability->team);
    parts << tr("team %1").arg(u"<a href=\"%1\">%2</a>"_s.arg(
        capability->team.value.toHtmlEscaped(),
        (team != nullptr ? team->title : capability->team.value).toHtmlEscaped()));
    return parts.join(u" · "_s);
}

// The keyboard stays with the verbs: who has just crashed something can restart it at once, and back.
void InspectorPanel::enableVerbs(bool crash, bool restart)
{
    const bool fromCrash = m_crash->hasFocus() && !crash && restart;
    const bool fromRestart = m_restart->hasFocus() && !restart && crash;
    m_crash->setEnabled(crash || fromCrash);
    m_restart->setEnabled(restart || fromRestart);
    if (fromCrash)
        m_restart->setFocus(Qt::OtherFocusReason);
    if (fromRestart)
        m_crash->setFocus(Qt::OtherFocusReason);
    m_crash->setEnabled(crash);
    m_restart->setEnabled(restart);
}

bool InspectorPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_crash && m_subject.has_value()) {
        // Focus that was handed over, after a restart, is no thought of crashing it again.
        const bool focused = event->type() == QEvent::FocusIn
            && static_cast<QFocusEvent *>(event)->reason() != Qt::OtherFocusReason;
        if (event->type() == QEvent::Enter || focused)
            Q_EMIT crashPondered(*m_subject, true);
        if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut)
            Q_EMIT crashPondered(*m_subject, false);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace app::inspector
