// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the keyboard does in the MainWindow.

#include "keys.h"
#include "mainwindow.h"
#include "panelring.h"
#include "policymenu.h"
#include "topbar.h"

#include <app/graph/graphtable.h>
#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>

#include <QTabWidget>
#include <QUndoStack>

namespace app::shell {

void MainWindow::addKeys()
{
    m_keys->add({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}, tr("This list"),
                [this] { m_keys->showHelp(); });
    m_keys->add({QKeySequence(Qt::Key_F6)}, tr("To the next panel"), [this] { focusNextPanel(); });
    m_keys->mention(tr("Tab"), tr("To the next control"));
    m_keys->mention(tr("Arrows"), tr("In a graph: to the next node. In a list or table: to the next line"));
    m_keys->mention(tr("C, Shift+C"), tr("In a graph: to the next call of the selected node, or the last"));
    m_keys->mention(tr("Enter or Menu"),
                    tr("In a graph: what can be done to the selected node, or set for the selected call"));
    m_keys->mention(tr("Escape"), tr("In a graph: select nothing"));
    const auto shape = [this](Qt::Key key, Shape shown, const QString &words) {
        m_keys->add({QKeySequence(Qt::CTRL | key)}, words, [this, shown] { setShape(shown); });
    };
    shape(Qt::Key_1, Shape::Monolith, tr("Show the monolith"));
    shape(Qt::Key_2, Shape::Both, tr("Show both shapes side by side"));
    shape(Qt::Key_3, Shape::Microservices, tr("Show the microservices"));
    addMoneyKeys();
    addTraceKeys();
    m_keys->add({QKeySequence(Qt::CTRL | Qt::Key_B)}, tr("Break something"),
                [this] { m_top->showBreakMenu(); });
    m_keys->add({QKeySequence(Qt::CTRL | Qt::Key_P)}, tr("Choose the policies of all calls"), [this] {
        m_top->policyMenu().setFocus(Qt::ShortcutFocusReason);
        m_top->policyMenu().showMenu();
    });
    m_keys->add({QKeySequence(Qt::CTRL | Qt::Key_U)}, tr("Undo all faults"), [this] { m_shop.liftAll(); });
    m_keys->add({QKeySequence(QKeySequence::Undo)}, tr("Undo the last move in a picture"),
                [this] { m_edits->undo(); });
    m_keys->add({QKeySequence(QKeySequence::Redo)}, tr("Redo what was undone"), [this] { m_edits->redo(); });
    m_keys->add({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
                tr("More shoppers"), [this] { m_top->addShoppers(10); });
    m_keys->add({QKeySequence(Qt::CTRL | Qt::Key_Minus)}, tr("Fewer shoppers"),
                [this] { m_top->addShoppers(-10); });
    m_keys->add({QKeySequence(Qt::CTRL | Qt::Key_Q)}, tr("Stop everything and quit"), [this] { close(); });
}

void MainWindow::focusNextPanel()
{
    std::vector<QWidget *> panels{m_top, m_journeys};
    for (auto *pane : m_panes)
        panels.push_back(pane->isTable() ? static_cast<QWidget *>(&pane->table()) : &pane->view());
    panels.insert(panels.end(), {m_inspector, m_tabs});
    focusNextOf(panels);
}

} // namespace app::shell
