// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "liveshop.h"
#include "shape.h"
#include "snapshothistory.h"

#include <app/graph/graphpane.h>
#include <app/inspector/line.h>
#include <app/session/settings.h>
#include <app/style/appearance.h>
#include <model/analysis/blastradius.h>

#include <QMainWindow>

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
struct Tale;
} // namespace app::traces

namespace app::shell {

class CapacityForesight;
class Foresight;
class Keys;
class NoticeBar;
class Round;
class StatusLine;
class TopBar;
class Verbs;

// The window: composes the panels, which do not know each other, and carries their wishes to the shops.
// GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(LiveShop &shop, style::Appearance &appearance, const session::Settings &settings);
    ~MainWindow() override;

    session::Settings settings() const;
    void showNotice(const QString &words);

private:
    void build();
    void placeItself();
    void buildTabs();
    void connectTabs();
    void buildMoneyTabs();
    void connectMoney();
    void buildTraces();
    void addTraceKeys();
    void connectTraces();
    void connectConsole();
    void connectInspector();
    void selectTeam(const model::system::TeamId &team);
    void connectPast();
    void lookBackTo(const std::optional<model::telemetry::Instant> &moment);
    void showPast();
    void showTrace(int fleet, const model::telemetry::TraceId &trace);
    void exportStory(int fleet, const traces::Tale &tale);
    void connectSagas();
    void connectMessages();
    void connectData();
    void connectPanels();
    void connectPane(int fleet);
    void connectLines();
    void addKeys();
    void addMoneyKeys();
    void focusNextPanel();
    void setShape(Shape shape);
    void setTheme(const style::Theme &theme);
    void show(const services::platform::Snapshot &snapshot);
    void showFigures(const services::platform::Snapshot &snapshot);
    void select(const std::optional<inspector::Subject> &subject);
    void choose(int fleet, const graph::Target &target);
    void chooseLine(int fleet, const graph::Target &target);
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
    Verbs *m_verbs;
    QUndoStack *m_edits; // of what a person has placed
    Keys *m_keys;
    TopBar *m_top;
    NoticeBar *m_notice;
    journeys::JourneysPanel *m_journeys;
    std::vector<graph::GraphPane *> m_panes;
    inspector::InspectorPanel *m_inspector;
    charts::TimelinePanel *m_timeline;
    charts::CapacityPanel *m_capacity;
    console::ConsolePanel *m_console;
    books::BooksPanel *m_books;
    sagas::SagaPanel *m_sagas;
    messages::MessagesPanel *m_messages;
    traces::TracesPanel *m_traces;
    std::vector<graph::FollowLight *> m_lights; // by fleet
    Round *m_booksRound;
    Round *m_sagasRound;
    Round *m_messagesRound;
    Round *m_tracesRound;
    QTabWidget *m_tabs;
    QSplitter *m_columns;
    QSplitter *m_rows;
    StatusLine *m_status;
    SnapshotHistory m_history;
    std::optional<model::telemetry::Instant> m_moment; // that is looked at; nothing: now
    std::optional<model::telemetry::Instant> m_figuresShown; // when; nothing: they are due
};

} // namespace app::shell
