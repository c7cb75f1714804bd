// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the MainWindow does with files of systems, and what it leaves to be kept in files.

#include "actions.h"
#include "firsthint.h"
#include "mainwindow.h"
#include "pictures.h"

#include <app/console/consolepanel.h>

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
    m_actions->add({u"file.shop"_s, files, tr("Open the shop &that comes with Faultline")},
                   [this] { Q_EMIT systemWanted({}); });
    m_actions->add(
        {u"quit"_s, files, tr("Stop everything and &quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, {}, true},
        [this] { close(); });
    for (const auto &path : m_workspace.recentFiles) {
        auto *open = m_actions->add(
            {u"file/"_s + path, files, QFileInfo(path).fileName(), {}, tr("Open %1").arg(path)},
            [this, path] { Q_EMIT systemWanted(path); });
        open->setToolTip(path);
    }
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
    QStringList ids;
    for (const auto &path : m_workspace.recentFiles)
        ids << u"file/"_s + path;
    m_actions->fill(menu, ids);
    menu.setToolTipsVisible(true);
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

void MainWindow::connectKept()
{
    m_console->recall(m_workspace.consoles.value(m_shop.plan().system.id));
    connect(m_console, &console::ConsolePanel::memoryChanged, this, &MainWindow::workspaceChanged);
    connect(m_pictures, &Pictures::placementsChanged, this, &MainWindow::workspaceChanged);
    connect(m_hint, &FirstHint::putAway, this, [this] {
        m_workspace.isHintRead = true;
        Q_EMIT workspaceChanged();
    });
}

session::Settings MainWindow::settings() const
{
    session::Settings now = m_settings;
    now.appearance = style::word(m_appearance.preference());
    now.motion = style::word(m_appearance.motion());
    now.shape = word(m_shape);
    now.messages = m_pictures->shown().messages;
    now.databases = m_pictures->shown().stores;
    now.teams = m_pictures->shown().teams;
    if (!m_presents) // else as it was before
        keepPlace(now);
    return now;
}

void MainWindow::keepPlace(session::Settings &settings) const
{
    settings.geometry = saveGeometry();
    settings.columns = m_columns->saveState();
    settings.rows = m_rows->saveState();
    settings.tab = m_tabs->currentWidget()->objectName();
}

session::Workspace MainWindow::workspace() const
{
    auto now = m_workspace;
    now.placements = m_pictures->placements();
    now.recentActs = m_actions->recent();
    now.noteConsole(m_shop.plan().system.id, m_console->memory());
    return now;
}

} // namespace app::shell
