// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the MainWindow looks: which shapes and colours, how large, and for whom.

#include "actions.h"
#include "firsthint.h"
#include "mainwindow.h"
#include "nodebar.h"
#include "pictures.h"
#include "search.h"
#include "statusline.h"
#include "topbar.h"

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

#include <QKeyEvent>
#include <QScreen>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>

#include <chrono>
#include <utility>

namespace app::shell {

using namespace Qt::StringLiterals;

namespace {

constexpr double forARoom = 1.4; // how much larger letters are
constexpr std::chrono::seconds returning{3}; // from a presentation, at most
constexpr std::chrono::milliseconds settling{150}; // of the panels, until they need no more than they did

} // namespace

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
    m_search->setTheme(theme);
    for (auto *pane : m_panes)
        pane->setTheme(theme);
}

void MainWindow::placeItself()
{
    const QSize frame(16, 40); // of the window manager, at most; known only when the window is shown
    const QSize room = screen()->availableSize() - frame;
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        if (m_tabs->widget(tab)->objectName() == m_settings.tab)
            m_tabs->setCurrentIndex(tab);
    }
    const bool isAsItWas = restoreGeometry(m_settings.geometry);
    restoreSplitters();
    if (isAsItWas || size().boundedTo(room) == size())
        return;
    resize(size().boundedTo(room)); // about as it will be: else the pictures are laid out twice
    setWindowState(Qt::WindowMaximized);
}

void MainWindow::setUsualSizes()
{
    m_columns->setSizes({270, 262, 584, 284});
    m_rows->setSizes({590, 230}); // as every tab can be used: the pictures stay when tabs change
}

void MainWindow::resetLayout()
{
    if (m_presents)
        m_actions->action(u"presentation"_s)->trigger();
    setShape(Shape::Both);
    setUsualSizes();
    m_isReturning = false; // to the sizes of before the presentation
    m_settings.columns = m_columns->saveState();
    m_settings.rows = m_rows->saveState();
    m_tabs->setCurrentIndex(0);
    m_pictures->goHome();
}

void MainWindow::setPresentation(bool presents)
{
    if (std::exchange(m_presents, presents) == presents)
        return;
    if (presents) {
        keepPlace(m_settings);
        m_before = windowState();
        m_bar->hide();
    }
    for (QWidget *hands :
         {static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_inspector), static_cast<QWidget *>(m_tabs)})
        hands->setVisible(!presents);
    m_status->setBrief(presents);
    m_hint->setVisible(!presents && !m_workspace.isHintRead);
    m_appearance.setMagnification(presents ? forARoom : 1);
    m_pictures->setPresentation(presents);
    setWindowState(presents ? windowState() | Qt::WindowFullScreen : m_before);
    m_isReturning = !presents;
    if (m_isReturning) {
        restoreSplitters();
        QTimer::singleShot(returning, this, [this] { m_isReturning = false; });
    }
    m_pictures->attendedPane().takeFocus();
}

void MainWindow::restoreSplitters()
{
    m_columns->restoreState(m_settings.columns);
    m_rows->restoreState(m_settings.rows);
}

// The window becomes what it was some time after it was asked to, perhaps in steps, and its panels then.
void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_isReturning)
        QTimer::singleShot(settling, this, &MainWindow::restoreSplitters);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_presents)
        m_actions->action(u"presentation"_s)->trigger();
    else
        QMainWindow::keyPressEvent(event);
}

} // namespace app::shell
