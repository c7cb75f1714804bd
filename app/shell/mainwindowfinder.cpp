// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be found in the MainWindow: acts, and things of the system.

#include "actions.h"
#include "finder.h"
#include "mainwindow.h"
#include "verbs.h"

#include <app/inspector/inspectorpanel.h>

namespace app::shell {

using namespace Qt::StringLiterals;
using inspector::Subject;
using model::layout::NodeId;
using model::layout::NodeKind;

void MainWindow::findAct()
{
    std::vector<Findable> acts;
    for (const auto &entry : m_actions->all()) {
        auto *action = entry.action.data();
        if (entry.id == u"find.act" || !action->isVisible())
            continue;
        const QString words
            = action->isCheckable() && action->isChecked() ? u"✓ "_s + entry.words : entry.words;
        acts.push_back({words, entry.context.isEmpty() ? entry.group : entry.context,
                        action->shortcut().toString(QKeySequence::NativeText), action->isEnabled(),
                        [action = entry.action] {
                            if (action)
                                action->trigger();
                        },
                        [this, action = entry.action] {
                            stopPondering();
                            if (action)
                                action->hover(); // of a fault: its prediction
                        }});
    }
    m_finder->open(tr("Do anything: crash, slow down, go to, show…"), std::move(acts));
}

void MainWindow::findThing()
{
    std::vector<Findable> things;
    for (const auto &thing : thingsOf(m_shop.plan().system))
        things.push_back({thing.words,
                          thing.context,
                          {},
                          true,
                          [this, thing] { goTo(thing); },
                          [this, thing] { mark(thing); }});
    m_finder->open(tr("Find a service, endpoint, topic or stored data"), std::move(things));
}

void MainWindow::mark(const Thing &thing)
{
    for (auto *pane : m_panes) {
        QSet<NodeId> nodes;
        const auto *unit = pane->packaging().unitOf(thing.capability);
        if (thing.kind == Thing::Kind::Topic)
            nodes.insert({NodeKind::Topic, thing.topic.value});
        if (unit != nullptr)
            nodes.insert({NodeKind::Unit, unit->id.value});
        if (unit != nullptr && thing.kind == Thing::Kind::Store)
            nodes.insert({NodeKind::Store, unit->id.value});
        pane->view().setFound(nodes);
    }
}

void MainWindow::goTo(const Thing &thing)
{
    if (thing.kind == Thing::Kind::Topic) {
        for (auto *pane : m_panes)
            pane->selectTopic(thing.topic);
        return attendedPane().takeFocus();
    }
    const auto *unit = attendedPane().packaging().unitOf(thing.capability);
    if (unit == nullptr)
        return;
    select(Subject{static_cast<int>(m_attended), unit->id, thing.capability});
    attendedPane().selectCapability(thing.capability);
    if (thing.kind == Thing::Kind::Endpoint)
        m_inspector->showEndpoints();
    attendedPane().takeFocus();
}

} // namespace app::shell
