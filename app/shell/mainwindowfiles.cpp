// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the MainWindow does with files of systems, and with the place it takes itself.

#include "actions.h"
#include "firsthint.h"
#include "mainwindow.h"
#include "noticebar.h"
#include "statusline.h"
#include "topbar.h"

#include <app/inspector/inspectorpanel.h>

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QTabWidget>

namespace app::shell {

using namespace Qt::StringLiterals;

namespace {

constexpr double forARoom = 1.4; // how much larger letters are

// The one file of a system that is dragged; empty: something else is.
QString systemIn(const QMimeData *dragged)
{
    const auto urls = dragged->urls();
    const QString path = urls.size() == 1 ? urls.front().toLocalFile() : QString();
    return path.endsWith(u".json", Qt::CaseInsensitive) ? path : QString();
}

} // namespace

void MainWindow::addFileActions()
{
    const QString files = tr("File");
    m_actions->add({u"file.open"_s, files, tr("&Open a system…"), {QKeySequence(QKeySequence::Open)}},
                   [this] { chooseFile(); });
    m_actions->add({u"quit"_s, files, tr("Stop everything and &quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}},
                   [this] { close(); });
    m_actions->addSource([this] {
        for (const auto &path : m_workspace.recentFiles) {
            const QString id = u"file/"_s + path;
            if (m_actions->action(id) == nullptr)
                m_actions->add({id, tr("File"), tr("Open %1").arg(path)},
                               [this, path] { Q_EMIT systemWanted(path); });
        }
    });
}

void MainWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a system"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Systems (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::systemWanted);
    dialog->open();
}

void MainWindow::fillRecent(QMenu &menu)
{
    menu.clear();
    for (const auto &path : m_workspace.recentFiles) {
        auto *open = menu.addAction(QFileInfo(path).fileName());
        open->setToolTip(path);
        connect(open, &QAction::triggered, this, [this, path] { Q_EMIT systemWanted(path); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("None yet: open one, or drop its file here"))->setEnabled(false);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!systemIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = systemIn(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT systemWanted(path);
}

session::Settings MainWindow::settings() const
{
    session::Settings now = m_settings;
    m_tabs->setCurrentIndex(0); // which the next start shows, as high as it was
    now.appearance = style::word(m_appearance.preference());
    now.motion = style::word(m_appearance.motion());
    now.shape = word(m_shape);
    if (m_presents)
        return now; // as it was before
    now.geometry = saveGeometry();
    now.columns = m_columns->saveState();
    now.rows = m_rows->saveState();
    return now;
}

session::Workspace MainWindow::workspace() const
{
    auto now = m_workspace;
    now.recentActs = m_actions->recent();
    return now;
}

void MainWindow::setUsualSizes()
{
    m_columns->setSizes({270, 260, 600, 270});
    m_rows->setSizes({590, 230}); // as every tab can be used: the pictures stay when tabs change
}

void MainWindow::resetLayout()
{
    if (m_presents)
        m_actions->action(u"presentation"_s)->trigger();
    setShape(Shape::Both);
    setUsualSizes();
    m_tabs->setCurrentIndex(0);
    for (auto *pane : m_panes) {
        pane->setTable(false);
        pane->view().goHome();
    }
}

void MainWindow::togglePresentation(bool presents)
{
    if (std::exchange(m_presents, presents) == presents)
        return;
    if (presents) {
        m_settings.geometry = saveGeometry();
        m_settings.columns = m_columns->saveState();
        m_settings.rows = m_rows->saveState();
        m_before = windowState();
    }
    for (QWidget *hands : {static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_inspector),
                           static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_status)})
        hands->setVisible(!presents);
    m_hint->setVisible(!presents && !m_workspace.isHintRead);
    m_appearance.setMagnification(presents ? forARoom : 1);
    for (auto *pane : m_panes)
        pane->setPresentation(presents);
    setWindowState(presents ? windowState() | Qt::WindowFullScreen : m_before);
    if (!presents) {
        m_columns->restoreState(m_settings.columns);
        m_rows->restoreState(m_settings.rows);
    }
    attendedPane().takeFocus();
}

} // namespace app::shell
