// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "liveshop.h"
#include "shape.h"
#include "snapshothistory.h"

#include <app/graph/graphpane.h>
#include <app/inspector/line.h>
#include <app/session/settings.h>
#include <app/session/workspace.h>
#include <app/style/appearance.h>
#include <model/analysis/blastradius.h>

#include <QMainWindow>

#include <functional>

class QMenu;
class QSplitter;
class QTabWidget;
class QUndoStack;

namespace app::books {
class BooksPanel;
}
namespace app::charts {
class CapacityPanel;
class TimelinePanel;
} // namespace app::charts
namespace app::console {
class ConsolePanel;
}
namespace app::inspector {
class InspectorPanel;
}
namespace app::journeys {
class JourneysPanel;
}
namespace app::messages {
class MessagesPanel;
}
namespace app::sagas {
class SagaPanel;
}

namespace app::graph {
class FollowLight;
}
namespace app::traces {
class TracesPanel;
struct ToldShape;
} // namespace app::traces

namespace app::shell {

class Actions;
class CapacityForesight;
class FirstHint;
class Foresight;
class NodeBar;
class NoticeBar;
class Pictures;
class Readings;
class Rest;
class Search;
class StatusLine;
class TopBar;
class Verbs;
struct FileWish;
struct Thing;

// The window: composes the panels, which do not know each other, and carries their wishes to the shops.
// GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(LiveShop &shop,
               style::Appearance &appearance,
               const session::Settings &settings,
               const session::Workspace &workspace = {});
    ~MainWindow() override;

    session::Settings settings() const;
    // What a person has arranged; each change of it is told.
    session::Workspace workspace() const;
    void showNotice(const QString &words);
    Actions &acts() { return *m_actions; }

Q_SIGNALS:
    void workspaceChanged();
    void systemWanted(const QString &path); // a file, to be opened instead of this system

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildBody();
    void buildTabs();
    void buildTab(QWidget *page, const QString &id, const QString &title);
    void buildLights();

    void connectPanels();
    void connectPane(int fleet);
    void connectTabs();
    void connectConsole();
    void connectInspector();
    void selectTeam(const model::system::TeamId &team);
    void showTrace(int fleet, const model::telemetry::TraceId &trace);
    void follow(int fleet, const model::system::JourneyId &journey);
    void connectData();
    void connectTraces();
    void connectPast();
    void connectExports();
    void connectLines();
    void connectNodes();
    void connectSearch();
    void connectRest();
    void connectKept(); // what the workspace remembers

    void addActions();
    void addPlaces(); // where one can go
    void addTeams();
    void addTopics();
    void addJourneys();
    void addPolicies();
    void addPanelActs();
    void addTabs();
    void addLoad();
    void addLook();
    void addLanguages();
    void addFileActions();
    void addHelp();
    void fillMenus();

    void chooseFile();
    void fillRecent(QMenu &menu);
    void goTo(const Thing &thing);
    void showBar(int fleet, const std::optional<graph::Target> &target, const QRect &box);
    void focusNextPanel();

    void placeItself();
    void keepPlace(session::Settings &settings) const;
    void setUsualSizes();
    void resetLayout();
    void setPresentation(bool presents);
    void restoreSplitters();
    void setShape(Shape shape);
    void setTheme(const style::Theme &theme);
    void goToTab(QWidget *page);

    void show(const services::platform::Snapshot &snapshot);
    bool isSeen() const;
    void setSeen(bool seen);
    void showFigures(const services::platform::Snapshot &snapshot);
    void lookBackTo(const std::optional<model::telemetry::Instant> &moment);
    void showPast();
    void sayHowLongAgo(std::chrono::nanoseconds ago);
    void exportStory(const std::vector<traces::ToldShape> &telling);
    void exportPicture();
    void exportTimeline(const QString &ending, const std::function<QByteArray()> &content);
    void save(const FileWish &wish);

    void select(const std::optional<inspector::Subject> &subject);
    void choose(int fleet, const graph::Target &target);
    void chooseLine(int fleet, const graph::Target &target);
    void chooseTopic(int fleet, const model::system::TopicId &topic);
    std::optional<std::pair<int, graph::Target>> meantTopic() const;
    void offerTopic(int fleet, const graph::Target &target, const QPoint &position);
    void showMessagesOf(int fleet, const model::system::TopicId &topic);
    void selectLine(const inspector::Line &line);
    void offerVerbs(int fleet, const graph::Target &target, const QPoint &position);
    void prepareRequest(const inspector::Subject &subject);
    std::optional<inspector::Subject> subjectOf(int fleet, const graph::Target &target) const;

    void ponder(const std::optional<model::operation::Fault> &fault);
    void stopPondering();
    void showFirstBreak();
    void pointAt(int fleet, model::operation::Fault fault);
    void
    showForeseen(int fleet, const model::operation::Fault &fault, const model::analysis::BlastRadius &radius);
    const std::vector<model::packaging::Packaging> &packagings() const { return m_shop.plan().packagings; }

    LiveShop &m_shop;
    style::Appearance &m_appearance;
    services::platform::Layouts m_layouts;
    session::Settings m_settings;
    Shape m_shape = Shape::Both;
    Foresight *m_foresight;
    CapacityForesight *m_capacityForesight;
    Rest *m_rest;
    Actions *m_actions;
    Verbs *m_verbs;
    QUndoStack *m_edits; // of what a person has placed
    TopBar *m_top;
    NoticeBar *m_notice;
    journeys::JourneysPanel *m_journeys;
    std::vector<graph::GraphPane *> m_panes; // by fleet
    Pictures *m_pictures = nullptr; // them all
    inspector::InspectorPanel *m_inspector;
    charts::TimelinePanel *m_timeline;
    charts::CapacityPanel *m_capacity;
    console::ConsolePanel *m_console;
    books::BooksPanel *m_books;
    sagas::SagaPanel *m_sagas;
    messages::MessagesPanel *m_messages;
    traces::TracesPanel *m_traces;
    std::vector<graph::FollowLight *> m_lights; // by fleet
    QTabWidget *m_tabs;
    QSplitter *m_columns;
    QSplitter *m_rows;
    StatusLine *m_status;
    FirstHint *m_hint;
    Readings *m_readings;
    Search *m_search;
    NodeBar *m_bar;
    SnapshotHistory m_history;
    std::optional<model::telemetry::Instant> m_moment; // that is looked at; nothing: now
    model::telemetry::Instant m_shownMoment{}; // the one that is remembered nearest before it
    session::Workspace m_workspace;
    std::optional<std::pair<int, graph::Target>> m_barred; // what the bar is about, and in which fleet
    Qt::WindowStates m_before; // presentation
    bool m_presents = false;
    bool m_isReturning = false; // from there
    bool m_isSeen = true; // by somebody
    std::optional<model::telemetry::Instant> m_figuresShown; // when; nothing: they are due
};

} // namespace app::shell
