// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "actions.h"
#include "capacityforesight.h"
#include "firsthint.h"
#include "forcechip.h"
#include "foresight.h"
#include "nodebar.h"
#include "noticebar.h"
#include "pictures.h"
#include "policymenu.h"
#include "rest.h"
#include "search.h"
#include "statusline.h"
#include "topbar.h"
#include "verbs.h"

#include <app/books/bookspanel.h>
#include <app/charts/capacitypanel.h>
#include <app/charts/timelinepanel.h>
#include <app/console/consolepanel.h>
#include <app/graph/followlight.h>
#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>
#include <app/messages/messagespanel.h>
#include <app/sagas/sagapanel.h>
#include <app/traces/tracespanel.h>

#include <QScreen>
#include <QSplitter>
#include <QTabWidget>
#include <QUndoStack>
#include <QVBoxLayout>

namespace app::shell {

using namespace Qt::StringLiterals;
using inspector::Subject;
using model::layout::NodeKind;

namespace {

QStringList titlesOf(const std::vector<model::packaging::Packaging> &packagings)
{
    QStringList titles;
    for (const auto &packaging : packagings)
        titles << packaging.title;
    return titles;
}

QFrame *line()
{
    auto *frame = new QFrame;
    frame->setProperty("kind", u"line"_s);
    frame->setFixedHeight(1);
    return frame;
}

} // namespace

MainWindow::MainWindow(LiveShop &shop,
                       style::Appearance &appearance,
                       const session::Settings &settings,
                       const session::Workspace &workspace)
    : m_shop(shop)
    , m_appearance(appearance)
    , m_settings(settings)
    , m_foresight(new Foresight(shop.plan().system, packagings(), this))
    , m_capacityForesight(new CapacityForesight(shop.plan().system, packagings(), this))
    , m_rest(new Rest(this))
    , m_actions(new Actions(*this))
    , m_verbs(new Verbs(shop, *m_actions, this))
    , m_edits(new QUndoStack(this))
    , m_top(new TopBar(shop.plan().system, packagings()))
    , m_notice(new NoticeBar)
    , m_journeys(new journeys::JourneysPanel(shop.plan().system, packagings()))
    , m_inspector(new inspector::InspectorPanel(shop.plan().system, packagings()))
    , m_timeline(new charts::TimelinePanel(shop.plan().system, packagings()))
    , m_capacity(new charts::CapacityPanel(titlesOf(packagings())))
    , m_console(new console::ConsolePanel(shop.plan().system, packagings()))
    , m_books(new books::BooksPanel(titlesOf(packagings())))
    , m_sagas(new sagas::SagaPanel(packagings()))
    , m_messages(new messages::MessagesPanel(shop.plan().system, packagings()))
    , m_traces(new traces::TracesPanel(shop.plan().system, packagings()))
    , m_tabs(new QTabWidget)
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_rows(new QSplitter(Qt::Vertical))
    , m_status(new StatusLine(shop.plan().system))
    , m_hint(new FirstHint)
    , m_search(new Search(*this, *m_actions, shop.plan().system))
    , m_bar(new NodeBar(*this))
    , m_workspace(workspace)
{
    setWindowTitle(tr("Faultline: %1").arg(shop.plan().system.title));
    build();
    buildBody();
    connectPanels();
    m_verbs->fillBreakMenu(m_top->breakMenu());
    addActions();
    setTheme(appearance.theme());
    setShape(shapeOfWord(settings.shape));
    m_top->setShoppersPerSecond(settings.shoppersPerSecond);
    appearance.dress();
    placeItself();
    setAcceptDrops(true);
}

// While all is there that hears of it when the focus leaves.
MainWindow::~MainWindow()
{
    hide();
}

void MainWindow::build()
{
    m_columns->addWidget(m_journeys);
    for (const auto &packaging : packagings()) {
        m_panes.push_back(new graph::GraphPane(m_shop.plan().system, packaging, m_layouts));
        m_columns->addWidget(m_panes.back());
    }
    m_pictures = new Pictures(m_panes, *m_edits, this);
    m_pictures->setShown({m_settings.messages, m_settings.databases, m_settings.teams});
    m_pictures->setPlacements(m_shop.plan().system.id, m_workspace.placements);
    m_columns->addWidget(m_inspector);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    const int last = m_columns->count() - 1;
    for (int column = 0; column <= last; ++column) // a picture of many parts needs the room most
        m_columns->setStretchFactor(column, column == last - 1 ? 9 : 1);
    buildTabs();
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_tabs);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 1);
    setUsualSizes();
}

void MainWindow::buildBody()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(line());
    column->addWidget(m_notice);
    column->addWidget(m_hint);
    column->addWidget(m_rows, 1);
    column->addWidget(line());
    column->addWidget(m_status);
    setCentralWidget(body);
    resize(1440, 900);
    setMinimumSize(1100, 640);
    m_hint->setVisible(!m_workspace.isHintRead);
    m_panes.back()->view().setFocus();
}

void MainWindow::connectPanels()
{
    connect(&m_shop, &LiveShop::snapshotTaken, this, &MainWindow::show);
    connect(&m_shop, &LiveShop::complained, this, &MainWindow::showNotice);
    connect(&m_shop, &LiveShop::takenUp, this, [this] {
        showNotice(tr("Faultline was ended in the middle of its work. The shops go on with what they had "
                      "stored: orders that were under way are confirmed or undone now."));
    });
    connectConsole();
    connectInspector();
    connect(&m_appearance, &style::Appearance::themeChanged, this, &MainWindow::setTheme);
    connect(m_top, &TopBar::shapeWanted, this, &MainWindow::setShape);
    connect(m_top, &TopBar::shoppersWanted, this, [this](double rate) {
        m_settings.shoppersPerSecond = rate;
        m_shop.setShoppersPerSecond(rate);
    });
    connect(m_inspector, &inspector::InspectorPanel::crashWanted, this, &MainWindow::stopPondering);
    connect(m_inspector, &inspector::InspectorPanel::crashWanted, &m_shop, &LiveShop::crash);
    connect(m_inspector, &inspector::InspectorPanel::restartWanted, &m_shop, &LiveShop::restart);
    connect(m_inspector, &inspector::InspectorPanel::scaleWanted, &m_shop, &LiveShop::scale);
    connect(m_inspector, &inspector::InspectorPanel::crashPondered, this,
            [this](const Subject &subject, bool pondered) {
                const auto &packaging = packagings()[static_cast<size_t>(subject.fleet)];
                model::operation::Fault crash;
                crash.target = {packaging.unit(subject.unit)->capabilities.front(), 0, packaging.id};
                ponder(pondered ? std::optional(crash) : std::nullopt);
            });
    connect(m_foresight, &Foresight::ponderedForeseen, this, &MainWindow::showForeseen);
    connect(m_foresight, &Foresight::inForceChanged, m_journeys, &journeys::JourneysPanel::doubt);
    connect(m_foresight, &Foresight::inForceForeseen, m_journeys, &journeys::JourneysPanel::expect);
    connect(m_inspector, &inspector::InspectorPanel::faultWanted, &m_shop, &LiveShop::inject);
    connect(m_inspector, &inspector::InspectorPanel::faultUnwanted, &m_shop, &LiveShop::lift);
    connect(&m_top->forceChip(), &ForceChip::undoWanted, &m_shop, &LiveShop::lift);
    connect(&m_top->forceChip(), &ForceChip::undoAllWanted, &m_shop, &LiveShop::liftAll);
    connect(m_inspector, &inspector::InspectorPanel::requestWanted, this, &MainWindow::prepareRequest);
    connectLines();
    connect(m_verbs, &Verbs::requestWanted, this, &MainWindow::prepareRequest);
    connect(m_verbs, &Verbs::faultPondered, this, &MainWindow::ponder);
    connect(m_inspector, &inspector::InspectorPanel::faultPondered, this, &MainWindow::ponder);
    connectTabs();
    connectNodes();
    connectSearch();
    connectRest();
    connectKept();
    connectExports();
    for (int fleet = 0; fleet < static_cast<int>(m_panes.size()); ++fleet)
        connectPane(fleet);
}

void MainWindow::connectPane(int fleet)
{
    auto &view = m_panes[static_cast<size_t>(fleet)]->view();
    connect(&view, &graph::GraphView::chosen, this,
            [this, fleet](const graph::Target &target) { choose(fleet, target); });
    connect(&view, &graph::GraphView::chosenNothing, this, [this] { select({}); });
    connect(&view, &graph::GraphView::verbsWanted, this,
            [this, fleet](const graph::Target &target, const QPoint &position) {
                offerVerbs(fleet, target, position);
            });
}

void MainWindow::showNotice(const QString &words)
{
    m_notice->show(words);
}

} // namespace app::shell
