// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "line.h"
#include "requesthistory.h"

#include <app/style/theme.h>
#include <model/operation/policychange.h>
#include <services/platform/datareading.h>
#include <services/platform/logmemory.h>
#include <services/platform/place.h>
#include <services/platform/snapshot.h>

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace app::inspector {

class AutoscalerCard;
class CallPage;
class DataPage;
class EndpointsPage;
class FaultsPage;
class InstanceList;
class LinesPage;
class LiveFigures;
class LogsPage;
class OwnersPage;
class SystemNumbers;
class TeamPage;
class TopicPage;

// The right side: what the selected unit is, how it does at the moment, what it offers, and what can be done
// to it, a page each. Asks for acts by signals; does none. GUI thread.
class InspectorPanel : public QWidget
{
    Q_OBJECT
public:
    InspectorPanel(const model::system::System &system,
                   const std::vector<model::packaging::Packaging> &packagings,
                   QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void select(const std::optional<Subject> &subject);
    void selectLine(const Line &line);
    void selectTeam(const model::system::TeamId &team);
    void selectTopic(int fleet, const model::system::TopicId &topic);
    void focusLine(); // the keyboard goes to what can be set about it
    void showEndpoints();
    // Makes what can be acted upon on pages which nobody has seen yet, for who looks for it elsewhere.
    void catchUp();
    void show(const services::platform::Snapshot &snapshot);
    // The same while nobody sees the panel: only what it will show of the past is taken.
    void remember(const services::platform::Snapshot &snapshot) { m_history.add(snapshot); }
    // What a person looks back at, of how long ago; its figures are shown from now on, and what cannot be
    // shown of it says that it is of now. The live ones are only remembered meanwhile.
    void showMoment(const services::platform::Snapshot &then, std::chrono::nanoseconds ago);
    void showNow(); // live again, with the next snapshot
    // The logs of what is selected, only of this request.
    void showLogs(const model::telemetry::TraceId &trace);
    LogsPage &logs() { return *m_logs; }

    void showData(const services::platform::Place &unit, const services::platform::DataReading &reading);
    void showNoData(const services::platform::Place &unit, const QString &reason);

Q_SIGNALS:
    void dataWanted(const services::platform::Place &unit,
                    const std::vector<model::system::CapabilityId> &capabilities);
    void crashWanted(const services::platform::Place &place);
    void restartWanted(const services::platform::Place &place);
    void scaleWanted(const services::platform::Place &unit, int instances);
    // Follows its load by itself, or (nothing) no longer.
    void autoscalingWanted(const services::platform::Place &unit,
                           const std::optional<model::operation::Autoscaling> &settings);
    void requestWanted(const app::inspector::Subject &subject);
    void firstBreakWanted(); // the ranking of what would cost most
    // The mouse or the focus rests on a verb that would kill the subject's unit; false: no more.
    void crashPondered(const app::inspector::Subject &subject, bool pondered);
    void faultWanted(const model::operation::Fault &fault);
    void faultUnwanted(const model::operation::Fault &fault);
    void policiesWanted(int fleet, const model::operation::PolicyChange &change);
    void traceWanted(int fleet, const model::telemetry::TraceId &trace);
    void nowWanted(); // instead of the moment that is looked at
    void teamWanted(const model::system::TeamId &team); // to be selected
    void lineWanted(const app::inspector::Line &line); // to be selected
    void subjectWanted(const app::inspector::Subject &subject);
    void messagesWanted(int fleet, const model::system::TopicId &topic); // to be looked into
    // The same of any fault; nothing: no more.
    void faultPondered(const std::optional<model::operation::Fault> &fault);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildEmptyPage();
    QWidget *buildFirstBreak();
    QWidget *buildSubjectPage();
    QWidget *buildLivePage();
    QWidget *buildMomentBar();
    void connectTeams();
    void connectTopics();
    void display(const services::platform::Snapshot &snapshot);
    void describeMoment();
    QString momentWords(const QString &when) const;
    void displayMoment();
    void setActable(bool actable);
    QWidget *addPage(QWidget *page, const QString &title);
    QWidget *buildCount();
    void showAutoscaler(const services::platform::FleetSnapshot &fleet);
    void connectInstances();
    void connectLines();
    QWidget *buildVerbs();
    void describe();
    QString whereabouts() const;
    void enableVerbs(bool crash, bool restart);
    services::platform::Place place() const;
    const model::packaging::Unit *unit() const;

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    std::optional<Subject> m_subject;
    RequestHistory m_history;
    int m_instances = 0;
    int m_well = 0;
    std::optional<std::chrono::nanoseconds> m_ago; // that a person looks back; nothing: at what is now
    services::platform::Snapshot m_then; // how it was

    QWidget *m_momentBar;
    QLabel *m_moment;
    QStackedWidget *m_pages;
    SystemNumbers *m_numbers;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_where;
    QLabel *m_purpose;
    QTabWidget *m_tabs;
    QWidget *m_dataTab = nullptr; // pages of the tabs
    QWidget *m_logsTab = nullptr;
    QWidget *m_apiTab = nullptr;
    QWidget *m_ownersTab = nullptr;
    EndpointsPage *m_api;
    DataPage *m_data;
    OwnersPage *m_owners;
    LogsPage *m_logs;
    TeamPage *m_team;
    TopicPage *m_topic;
    FaultsPage *m_faults;
    LinesPage *m_lines;
    CallPage *m_call;
    LiveFigures *m_figures;
    InstanceList *m_list;
    QLabel *m_count;
    QWidget *m_counters = nullptr; // one instance fewer, or more
    QWidget *m_verbs = nullptr;
    QPushButton *m_fewer;
    QPushButton *m_more;
    AutoscalerCard *m_autoscaler;
    QLabel *m_do;
    QPushButton *m_restart;
    QPushButton *m_crash;
    QPushButton *m_request;
    QLabel *m_note;
    style::Theme m_theme = style::Theme::light();
};

} // namespace app::inspector
