// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the MainWindow does with its pictures: how they are seen, where things stand in them, and the verbs on
// their nodes.

#include "actions.h"
#include "finder.h"
#include "firsthint.h"
#include "mainwindow.h"
#include "nodebar.h"
#include "verbs.h"

#include <app/graph/graphtable.h>

#include <QUndoStack>

namespace app::shell {

using namespace Qt::StringLiterals;
using session::Workspace;

namespace {

constexpr double zoomOfAct = 1.25;

} // namespace

graph::GraphPane &MainWindow::attendedPane() const
{
    return *m_panes[m_attended];
}

void MainWindow::connectPictures()
{
    for (size_t fleet = 0; fleet < m_panes.size(); ++fleet) {
        auto *pane = m_panes[fleet];
        const QString place = Workspace::placeOf(m_shop.plan().system.id, pane->packaging().id.value);
        pane->setPlacement(m_workspace.placements.value(place));
        pane->setUndoStack(*m_edits);
        pane->setShown(shownIn(*pane));
        connect(pane, &graph::GraphPane::attended, this, [this, fleet] { m_attended = fleet; });
        connect(pane, &graph::GraphPane::placementChanged, this, [this, pane, place] {
            m_workspace.placements[place] = pane->placement();
            Q_EMIT workspaceChanged();
        });
        connect(&pane->view(), &graph::GraphView::pointedAt, this,
                [this, fleet](const std::optional<graph::Target> &target, const QRect &box) {
                    showBar(static_cast<int>(fleet), target, box);
                });
    }
    connect(m_bar, &NodeBar::left, this, &MainWindow::stopPondering);
    connect(m_bar, &NodeBar::moreWanted, this, [this](const QPoint &position) {
        if (m_barred.has_value())
            offerVerbs(static_cast<int>(m_attended), *m_barred, position);
    });
    connect(m_finder, &Finder::closed, this, [this] {
        stopPondering();
        for (auto *pane : m_panes)
            pane->view().setFound({});
    });
    connect(m_hint, &FirstHint::putAway, this, &MainWindow::hideHint);
}

void MainWindow::hideHint()
{
    m_workspace.isHintRead = true;
    Q_EMIT workspaceChanged();
}

void MainWindow::showBar(int fleet, const std::optional<graph::Target> &target, const QRect &box)
{
    const auto subject = target.has_value() ? subjectOf(fleet, *target) : std::nullopt;
    if (!subject.has_value() || m_presents)
        return m_bar->leave();
    m_attended = static_cast<size_t>(fleet);
    m_barred = target;
    m_bar->offer(m_verbs->barOf(*subject), box);
}

void MainWindow::addPictureActions()
{
    const QString picture = tr("Picture");
    const auto add = [&](const QString &id, const QString &words, const QList<QKeySequence> &keys, auto act) {
        m_actions->add({id, picture, words, keys}, [this, act] { act(attendedPane()); });
    };
    add(u"picture.nearer"_s, tr("Nearer"), {}, [](graph::GraphPane &pane) { pane.view().zoomBy(zoomOfAct); });
    add(u"picture.away"_s, tr("Away"), {}, [](graph::GraphPane &pane) { pane.view().zoomBy(1 / zoomOfAct); });
    add(u"picture.home"_s, tr("As large as it fits"), {},
        [](graph::GraphPane &pane) { pane.view().goHome(); });
    add(u"picture.all"_s, tr("All of it"), {}, [](graph::GraphPane &pane) { pane.view().showAll(); });
    add(u"picture.tidy"_s, tr("Tidy up"), {QKeySequence(Qt::CTRL | Qt::Key_T)},
        [](graph::GraphPane &pane) { pane.tidy(); });
    add(u"picture.unpin"_s, tr("Unpin everything"), {}, [](graph::GraphPane &pane) { pane.unpinAll(); });
    m_actions->add({u"picture.focus"_s, picture, tr("Look at its neighbourhood, or at everything")},
                   [this] { focusOnSelected(); });
    m_actions->add({u"picture.pin"_s, picture, tr("Pin it here, or unpin it")}, [this] { pinSelected(); });
    m_actions->add({u"picture.table"_s,
                    picture,
                    tr("Table instead of the picture, or back"),
                    {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}},
                   [this] {
                       attendedPane().setTable(!attendedPane().isTable());
                       attendedPane().takeFocus();
                   });
    auto *undo = m_edits->createUndoAction(this, tr("Undo"));
    auto *redo = m_edits->createRedoAction(this, tr("Redo"));
    undo->setShortcut(QKeySequence(QKeySequence::Undo));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    QMainWindow::addActions({undo, redo});
    m_actions->enter({u"edit.undo"_s, picture, tr("Undo the last move"), {}, undo});
    m_actions->enter({u"edit.redo"_s, picture, tr("Redo what was undone"), {}, redo});
}

void MainWindow::focusOnSelected()
{
    auto &view = attendedPane().view();
    const auto selected = view.selected();
    const bool isSeen = !selected.has_value() || view.focused() == selected->node;
    view.focusOn(isSeen ? std::nullopt : std::optional(selected->node));
}

void MainWindow::pinSelected()
{
    const auto selected = attendedPane().view().selected();
    if (selected.has_value() && !selected->callee.has_value())
        attendedPane().togglePin(selected->node);
}

void MainWindow::addShownSwitches()
{
    const auto add = [&](const QString &id, const QString &words, bool session::Settings::*setting) {
        auto *action = m_actions->addSwitch({id, tr("Picture"), words}, [this, setting](bool shows) {
            m_settings.*setting = shows;
            for (auto *pane : m_panes)
                pane->setShown(shownIn(*pane));
        });
        action->setChecked(m_settings.*setting);
    };
    add(u"shown.messages"_s, tr("Show messages"), &session::Settings::messages);
    add(u"shown.stores"_s, tr("Show all databases"), &session::Settings::databases);
    add(u"shown.teams"_s, tr("Show teams by colour"), &session::Settings::teams);
}

// One database is worth seeing; one of each unit is plumbing, unless it is wished for.
graph::Shown MainWindow::shownIn(const graph::GraphPane &pane) const
{
    return {m_settings.messages, m_settings.databases || pane.packaging().units.size() == 1,
            m_settings.teams};
}

} // namespace app::shell
