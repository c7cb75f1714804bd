// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "capacityforesight.h"
#include "forcechip.h"
#include "foresight.h"
#include "keys.h"
#include "noticebar.h"
#include "picturemenu.h"
#include "policymenu.h"
#include "round.h"
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

constexpr std::chrono::seconds booksEvery{3};
constexpr std::chrono::seconds lookEvery{1}; // while somebody does
constexpr double booksShare = 0.025; // of a processor, that reading them may take

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

MainWindow::MainWindow(LiveShop &shop, style::Appearance &appearance, const session::Settings &settings)
    : m_shop(shop)
    , m_appearance(appearance)
    , m_settings(settings)
    , m_foresight(new Foresight(shop.plan().system, packagings(), this))
    , m_capacityForesight(new CapacityForesight(shop.plan().system, packagings(), this))
    , m_verbs(new Verbs(shop, this))
    , m_edits(new QUndoStack(this))
    , m_keys(new Keys(*this))
    , m_top(new TopBar(shop.plan().system.title))
    , m_notice(new NoticeBar)
    , m_journeys(new journeys::JourneysPanel(shop.plan().system, packagings()))
    , m_inspector(new inspector::InspectorPanel(shop.plan().system, packagings()))
    , m_timeline(new charts::TimelinePanel(titlesOf(packagings())))
    , m_capacity(new charts::CapacityPanel(titlesOf(packagings())))
    , m_console(new console::ConsolePanel(shop.plan().system, packagings()))
    , m_books(new books::BooksPanel(titlesOf(packagings())))
    , m_sagas(new sagas::SagaPanel(packagings()))
    , m_messages(new messages::MessagesPanel(shop.plan().system, packagings()))
    , m_traces(new traces::TracesPanel(shop.plan().system, packagings()))
    , m_booksRound(new Round(booksEvery, booksShare, this))
    , m_sagasRound(new Round(lookEvery, booksShare, this))
    , m_messagesRound(new Round(lookEvery, booksShare, this))
    , m_tracesRound(new Round(lookEvery, booksShare, this))
    , m_tabs(new QTabWidget)
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_rows(new QSplitter(Qt::Vertical))
    , m_status(new StatusLine)
{
    setWindowTitle(tr("Faultline: %1").arg(shop.plan().system.title));
    build();
    connectPanels();
    m_verbs->fillBreakMenu(m_top->breakMenu());
    addKeys();
    setTheme(appearance.theme());
    setShape(shapeOfWord(settings.shape));
    m_top->setPreference(appearance.preference());
    m_top->setLanguage(settings.language);
    m_top->setShoppersPerSecond(settings.shoppersPerSecond);
    appearance.dress();
    placeItself();
    m_columns->restoreState(settings.columns);
    m_rows->restoreState(settings.rows);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_columns->addWidget(m_journeys);
    for (const auto &packaging : packagings()) {
        m_panes.push_back(new graph::GraphPane(m_shop.plan().system, packaging, m_layouts));
        fillPictureMenu(*m_panes.back(), *m_edits);
        m_columns->addWidget(m_panes.back());
    }
    m_columns->addWidget(m_inspector);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    const int last = m_columns->count() - 1;
    for (int column = 1; column < last; ++column)
        m_columns->setStretchFactor(column, column == last - 1 ? 3 : 1);
    m_columns->setSizes({270, 260, 600, 270});
    buildTabs();
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_tabs);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 1);
    m_rows->setSizes({590, 230}); // as every tab can be used: the pictures stay when tabs change
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(line());
    column->addWidget(m_notice);
    column->addWidget(m_rows, 1);
    column->addWidget(line());
    column->addWidget(m_status);
    setCentralWidget(body);
    resize(1440, 900);
    setMinimumSize(1100, 640);
    m_panes.back()->view().setFocus();
}

void MainWindow::placeItself()
{
    const QSize frame(16, 40); // of the window manager, at most; known only when the window is shown
    const QSize room = screen()->availableSize() - frame;
    if (restoreGeometry(m_settings.geometry) || size().boundedTo(room) == size())
        return;
    resize(size().boundedTo(room)); // about as it will be: else the pictures are laid out twice
    setWindowState(Qt::WindowMaximized);
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
    connect(m_top, &TopBar::preferenceWanted, &m_appearance, &style::Appearance::setPreference);
    connect(m_top, &TopBar::languageWanted, this,
            [this](const QString &choice) { m_settings.language = choice; });
    connect(m_top, &TopBar::shoppersWanted, this, [this](double rate) {
        m_settings.shoppersPerSecond = rate;
        m_shop.setShoppersPerSecond(rate);
    });
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
    connect(m_foresight, &Foresight::inForceForeseen, m_journeys, &journeys::JourneysPanel::expect);
    connect(m_inspector, &inspector::InspectorPanel::faultWanted, &m_shop, &LiveShop::inject);
    connect(m_inspector, &inspector::InspectorPanel::faultUnwanted, &m_shop, &LiveShop::lift);
    connect(&m_top->forceChip(), &ForceChip::undoWanted, &m_shop, &LiveShop::lift);
    connect(&m_top->forceChip(), &ForceChip::undoAllWanted, &m_shop, &LiveShop::liftAll);
    connect(m_inspector, &inspector::InspectorPanel::requestWanted, this, &MainWindow::prepareRequest);
    connectLines();
    connect(m_verbs, &Verbs::requestWanted, this, &MainWindow::prepareRequest);
    connect(m_verbs, &Verbs::rankingWanted, this, &MainWindow::showFirstBreak);
    connect(m_verbs, &Verbs::faultPondered, this, &MainWindow::ponder);
    connect(m_inspector, &inspector::InspectorPanel::faultPondered, this, &MainWindow::ponder);
    connectTabs();
    connect(m_top, &TopBar::keysWanted, m_keys, &Keys::showHelp);
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

void MainWindow::setShape(Shape shape)
{
    m_shape = shape;
    m_top->setShape(shape);
    for (size_t fleet = 0; fleet < m_panes.size(); ++fleet) {
        const bool visible = shape == Shape::Both || (shape == Shape::Monolith) == (fleet == 0);
        m_panes[fleet]->setVisible(visible);
        m_journeys->setFleetVisible(static_cast<int>(fleet), visible);
        m_timeline->setFleetVisible(static_cast<int>(fleet), visible);
        m_capacity->setFleetVisible(static_cast<int>(fleet), visible);
        m_books->setFleetVisible(static_cast<int>(fleet), visible);
        m_sagas->setFleetVisible(static_cast<int>(fleet), visible);
        m_messages->setFleetVisible(static_cast<int>(fleet), visible);
        m_traces->setFleetVisible(static_cast<int>(fleet), visible);
    }
}

void MainWindow::setTheme(const style::Theme &theme)
{
    m_journeys->setTheme(theme);
    m_inspector->setTheme(theme);
    m_timeline->setTheme(theme);
    m_capacity->setTheme(theme);
    m_books->setTheme(theme);
    m_sagas->setTheme(theme);
    m_messages->setTheme(theme);
    m_traces->setTheme(theme);
    m_console->setTheme(theme);
    for (auto *light : m_lights)
        light->setTheme(theme);
    for (auto *pane : m_panes)
        pane->setTheme(theme);
}

void MainWindow::showNotice(const QString &words)
{
    m_notice->show(words);
}

std::optional<Subject> MainWindow::subjectOf(int fleet, const graph::Target &target) const
{
    if (target.node.kind != NodeKind::Unit || target.callee.has_value())
        return {};
    const model::system::UnitId id{target.node.name};
    const auto *unit = packagings()[static_cast<size_t>(fleet)].unit(id);
    auto capability = target.module;
    if (!capability.has_value() && unit->capabilities.size() == 1)
        capability = unit->capabilities.front();
    return Subject{fleet, id, capability};
}

void MainWindow::choose(int fleet, const graph::Target &target)
{
    if (target.callee.has_value())
        chooseLine(fleet, target);
    else if (const auto subject = subjectOf(fleet, target))
        select(subject);
}

void MainWindow::select(const std::optional<Subject> &subject)
{
    m_inspector->select(subject);
    m_figuresShown.reset(); // at once
    for (size_t fleet = 0; fleet < m_panes.size(); ++fleet) {
        if (!subject.has_value() || static_cast<int>(fleet) != subject->fleet)
            m_panes[fleet]->selectCapability(subject.has_value() ? subject->capability : std::nullopt);
    }
}

void MainWindow::offerVerbs(int fleet, const graph::Target &target, const QPoint &position)
{
    if (target.callee.has_value())
        m_inspector->focusLine();
    else if (const auto subject = subjectOf(fleet, target))
        m_verbs->offer(*subject, position);
}

session::Settings MainWindow::settings() const
{
    session::Settings now = m_settings;
    m_tabs->setCurrentIndex(0); // which the next start shows, as high as it was
    now.appearance = style::word(m_appearance.preference());
    now.shape = word(m_shape);
    now.geometry = saveGeometry();
    now.columns = m_columns->saveState();
    now.rows = m_rows->saveState();
    return now;
}

} // namespace app::shell
