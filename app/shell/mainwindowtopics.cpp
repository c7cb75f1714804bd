// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with topics and their messages.

#include "actions.h"
#include "mainwindow.h"
#include "nodebar.h"
#include "pictures.h"
#include "statusline.h"
#include "verbs.h"

#include <app/inspector/inspectorpanel.h>
#include <app/messages/messagespanel.h>

namespace app::shell {

using namespace Qt::StringLiterals;
using model::layout::NodeKind;

void MainWindow::addTopics()
{
    const auto show = [this] {
        if (const auto meant = meantTopic())
            showMessagesOf(meant->first, {meant->second.node.name});
        else
            m_status->ask(tr("Select a topic first"));
    };
    auto *act = m_actions->add({u"topic.messages"_s, tr("Go"), tr("Messages of the selected topic")}, show);
    act->setIconText(tr("Its messages…")); // in the bar
}

// That the bar is on, else that is selected.
std::optional<std::pair<int, graph::Target>> MainWindow::meantTopic() const
{
    const auto isTopic = [](const graph::Target &target) { return target.node.kind == NodeKind::Topic; };
    if (m_bar->isVisible() && m_barred.has_value() && isTopic(m_barred->second))
        return m_barred;
    const auto selected = m_pictures->attendedPane().view().selected();
    if (selected.has_value() && isTopic(*selected))
        return std::pair(static_cast<int>(m_pictures->attended()), *selected);
    return {};
}

void MainWindow::chooseTopic(int fleet, const model::system::TopicId &topic)
{
    m_inspector->selectTopic(fleet, topic);
    m_figuresShown.reset(); // at once
    for (size_t other = 0; other < m_panes.size(); ++other) {
        if (static_cast<int>(other) != fleet)
            m_panes[other]->selectTopic(topic);
    }
}

void MainWindow::offerTopic(int fleet, const graph::Target &target, const QPoint &position)
{
    auto &view = m_panes[static_cast<size_t>(fleet)]->view();
    if (view.selected() != target)
        view.choose(target); // the acts are about what is selected
    m_verbs->offerOnly(target.node.name, position,
                       {u"topic.messages"_s, {}, u"picture.focus"_s, u"picture.pin"_s});
}

void MainWindow::showMessagesOf(int fleet, const model::system::TopicId &topic)
{
    m_figuresShown.reset(); // at once
    goToTab(m_messages);
    m_messages->lookFor(fleet, topic);
}

} // namespace app::shell
