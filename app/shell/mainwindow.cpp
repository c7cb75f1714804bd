// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow.h"

#include "statusline.h"
#include "topbar.h"

#include <app/charts/timelinepanel.h>
#include <app/console/requestform.h>
#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>
#include <model/analysis/dependence.h>

#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
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

MainWindow::MainWindow(LiveShop &shop, style::Appearance &appearance, const session::Settings &settings)
    : m_shop(shop)
    , m_appearance(appearance)
    , m_settings(settings)
    , m_top(new TopBar(shop.plan().system.title))
    , m_journeys(new journeys::JourneysPanel(shop.plan().system, packagings()))
    , m_inspector(new inspector::InspectorPanel(shop.plan().system, packagings()))
    , m_timeline(new charts::TimelinePanel(titlesOf(packagings())))
    , m_console(new console::RequestForm(shop.plan().system, packagings()))
    , m_tabs(new QTabWidget)
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_rows(new QSplitter(Qt::Vertical))
    , m_status(new StatusLine)
{
    setWindowTitle(tr("Faultline: %1").arg(shop.plan().system.title));
    build();
    connectPanels();
    fillBreakMenu();
    addShortcuts();
    setTheme(appearance.theme());
    setShape(shapeOfWord(settings.shape));
    m_top->setPreference(appearance.preference());
    m_top->setShoppersPerSecond(settings.shoppersPerSecond);
    restoreGeometry(settings.geometry);
    m_columns->restoreState(settings.columns);
    m_rows->restoreState(settings.rows);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_columns->addWidget(m_journeys);
    for (const auto &packaging : packagings()) {
        m_panes.push_back(new graph::GraphPane(m_shop.plan().system, packaging, m_layouts));
        m_columns->addWidget(m_panes.back());
    }
    m_columns->addWidget(m_inspector);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    const int last = m_columns->count() - 1;
    for (int column = 1; column < last; ++column)
        m_columns->setStretchFactor(column, column == last - 1 ? 3 : 1);
    m_columns->setSizes({310, 270, 580, 280});
    m_tabs->addTab(m_timeline, tr("&Timeline"));
    auto *console = new QScrollArea;
    console->setWidgetResizable(true);
    console->setWidget(m_console);
    m_tabs->addTab(console, tr("Re&quests"));
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_tabs);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    m_rows->setStretchFactor(0, 1);
    m_rows->setSizes({620, 200});
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addWidget(line());
    column->addWidget(m_rows, 1);
    column->addWidget(line());
    column->addWidget(m_status);
    setCentralWidget(body);
    resize(1440, 900);
    setMinimumSize(1100, 640);
    m_panes.back()->view().setFocus();
}

void MainWindow::connectPanels()
{
    connect(&m_shop, &LiveShop::snapshotTaken, this, &MainWindow::show);
    connect(&m_shop, &LiveShop::complained, this, &MainWindow::showNotice);
    connect(&m_shop, &LiveShop::answered, m_console, &console::RequestForm::showAnswer);
    connect(&m_shop, &LiveShop::unanswered, m_console, &console::RequestForm::showFailure);
    connect(m_console, &console::RequestForm::sendWanted, &m_shop, &LiveShop::send);
    connect(&m_appearance, &style::Appearance::themeChanged, this, &MainWindow::setTheme);
    connect(m_top, &TopBar::shapeWanted, this, &MainWindow::setShape);
    connect(m_top, &TopBar::preferenceWanted, &m_appearance, &style::Appearance::setPreference);
    connect(m_top, &TopBar::shoppersWanted, this, [this](double rate) {
        m_settings.shoppersPerSecond = rate;
        m_shop.setShoppersPerSecond(rate);
    });
    connect(m_inspector, &inspector::InspectorPanel::crashWanted, &m_shop, &LiveShop::crash);
    connect(m_inspector, &inspector::InspectorPanel::restartWanted, &m_shop, &LiveShop::restart);
    connect(m_inspector, &inspector::InspectorPanel::scaleWanted, &m_shop, &LiveShop::scale);
    connect(m_inspector, &inspector::InspectorPanel::crashPondered, this,
            [this](const Subject &subject, bool pondered) {
                ponderCrash(subject.fleet, subject.unit, pondered);
            });
    connect(m_inspector, &inspector::InspectorPanel::requestWanted, this, [this](const Subject &subject) {
        m_tabs->setCurrentIndex(1);
        const auto *unit = packagings()[static_cast<size_t>(subject.fleet)].unit(subject.unit);
        m_console->choose(subject.fleet, subject.capability.value_or(unit->capabilities.front()));
    });
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

void MainWindow::fillBreakMenu()
{
    for (int fleet = 0; fleet < static_cast<int>(packagings().size()); ++fleet) {
        const auto &packaging = packagings()[static_cast<size_t>(fleet)];
        m_top->breakMenu().addSection(packaging.title);
        for (const auto &unit : packaging.units) {
            auto *crash = m_top->breakMenu().addAction(tr("Crash %1").arg(unit.title));
            connect(crash, &QAction::triggered, this,
                    [this, fleet, id = unit.id] { m_shop.crash(place(fleet, id)); });
            connect(crash, &QAction::hovered, this,
                    [this, fleet, id = unit.id] { ponderCrash(fleet, id, true); });
        }
    }
    connect(&m_top->breakMenu(), &QMenu::aboutToHide, this, [this] { ponderCrash(0, {}, false); });
}

void MainWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    add(QKeySequence::Quit, [this] { close(); });
    add(Qt::CTRL | Qt::Key_1, [this] { setShape(Shape::Monolith); });
    add(Qt::CTRL | Qt::Key_2, [this] { setShape(Shape::Both); });
    add(Qt::CTRL | Qt::Key_3, [this] { setShape(Shape::Microservices); });
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
    }
}

void MainWindow::setTheme(const style::Theme &theme)
{
    m_journeys->setTheme(theme);
    m_inspector->setTheme(theme);
    m_timeline->setTheme(theme);
    for (auto *pane : m_panes)
        pane->setTheme(theme);
}

void MainWindow::show(const services::platform::Snapshot &snapshot)
{
    for (size_t fleet = 0; fleet < std::min(m_panes.size(), snapshot.fleets.size()); ++fleet)
        m_panes[fleet]->show(snapshot.fleets[fleet], snapshot.at);
    m_journeys->show(snapshot);
    m_inspector->show(snapshot);
    m_timeline->show(snapshot);
    m_status->show(snapshot);
}

void MainWindow::showNotice(const QString &words)
{
    m_status->showNotice(words);
}

void MainWindow::choose(int fleet, const graph::Target &target)
{
    if (target.node.kind != NodeKind::Unit)
        return;
    const model::system::UnitId id{target.node.name};
    const auto *unit = packagings()[static_cast<size_t>(fleet)].unit(id);
    auto capability = target.module;
    if (!capability.has_value() && unit->capabilities.size() == 1)
        capability = unit->capabilities.front();
    select(Subject{fleet, id, capability});
}

void MainWindow::select(const std::optional<Subject> &subject)
{
    m_inspector->select(subject);
    for (size_t fleet = 0; fleet < m_panes.size(); ++fleet) {
        if (!subject.has_value() || static_cast<int>(fleet) != subject->fleet)
            m_panes[fleet]->selectCapability(subject.has_value() ? subject->capability : std::nullopt);
    }
}

void MainWindow::offerVerbs(int fleet, const graph::Target &target, const QPoint &position)
{
    if (target.node.kind != NodeKind::Unit)
        return;
    const model::system::UnitId id{target.node.name};
    const auto where = place(fleet, id);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(packagings()[static_cast<size_t>(fleet)].unit(id)->title);
    auto *crash = menu->addAction(tr("&Crash"));
    connect(crash, &QAction::triggered, this, [this, where] { m_shop.crash(where); });
    auto *restart = menu->addAction(tr("&Restart"));
    connect(restart, &QAction::triggered, this, [this, where] { m_shop.restart(where); });
    connect(menu, &QMenu::hovered, this,
            [this, fleet, id, crash](QAction *action) { ponderCrash(fleet, id, action == crash); });
    connect(menu, &QMenu::aboutToHide, this, [this, fleet, id] { ponderCrash(fleet, id, false); });
    menu->popup(position);
}

void MainWindow::ponderCrash(int fleet, const model::system::UnitId &unit, bool pondered)
{
    m_journeys->forgetPrediction();
    for (auto *pane : m_panes)
        pane->view().setThreatened({});
    if (!pondered)
        return;
    m_journeys->predictCrash(fleet, unit);
    const auto &packaging = packagings()[static_cast<size_t>(fleet)];
    QSet<model::layout::NodeId> threatened;
    for (const auto &capability :
         model::analysis::dependenceOn(m_shop.plan().system, packaging, unit).suffering)
        threatened.insert({NodeKind::Unit, packaging.unitOf(capability)->id.value});
    m_panes[static_cast<size_t>(fleet)]->view().setThreatened(threatened);
}

services::platform::Place MainWindow::place(int fleet, const model::system::UnitId &unit) const
{
    return {packagings()[static_cast<size_t>(fleet)].id, unit, {}};
}

session::Settings MainWindow::settings() const
{
    session::Settings now = m_settings;
    now.appearance = style::word(m_appearance.preference());
    now.shape = word(m_shape);
    now.geometry = saveGeometry();
    now.columns = m_columns->saveState();
    now.rows = m_rows->saveState();
    return now;
}

} // namespace app::shell
