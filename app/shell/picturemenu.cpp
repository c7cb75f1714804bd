// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picturemenu.h"

#include <app/graph/graphpane.h>

#include <QCoreApplication>
#include <QMenu>
#include <QUndoStack>

namespace app::shell {

namespace {

class PictureMenu
{
    Q_DECLARE_TR_FUNCTIONS(app::shell::PictureMenu)
public:
    explicit PictureMenu(graph::GraphPane &pane)
        : m_pane(pane)
    {
    }

    void fill(QUndoStack &edits)
    {
        QMenu &menu = m_pane.menu();
        menu.addAction(tr("As large as it fits"), &m_pane, [&pane = m_pane] { pane.view().goHome(); });
        menu.addAction(tr("All of it"), &m_pane, [&pane = m_pane] { pane.view().showAll(); });
        menu.addSeparator();
        addShown(tr("Messages"), &graph::Shown::messages);
        addShown(tr("Databases"), &graph::Shown::stores);
        addShown(tr("Teams"), &graph::Shown::teams);
        menu.addSeparator();
        menu.addAction(tr("Tidy up"), &m_pane, [&pane = m_pane] { pane.tidy(); });
        menu.addAction(tr("Unpin everything"), &m_pane, [&pane = m_pane] { pane.unpinAll(); });
        menu.addAction(edits.createUndoAction(&m_pane, tr("Undo")));
        menu.addAction(edits.createRedoAction(&m_pane, tr("Redo")));
    }

private:
    void addShown(const QString &words, bool graph::Shown::*part)
    {
        auto *action = m_pane.menu().addAction(words);
        action->setCheckable(true);
        action->setChecked(m_pane.view().scene().shown().*part);
        QObject::connect(action, &QAction::toggled, &m_pane, [&pane = m_pane, part](bool isShown) {
            auto shown = pane.view().scene().shown();
            shown.*part = isShown;
            pane.setShown(shown);
        });
    }

    graph::GraphPane &m_pane;
};

} // namespace

void fillPictureMenu(graph::GraphPane &pane, QUndoStack &edits)
{
    pane.setUndoStack(edits);
    PictureMenu(pane).fill(edits);
}

} // namespace app::shell
