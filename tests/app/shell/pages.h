// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/graph/graphpane.h>

#include <QApplication>
#include <QTabWidget>

#include <algorithm>

namespace tests::shell {

// The tab widgets in it, but for those in a page of another.
inline QList<QTabWidget *> outermostTabs(const QWidget &around)
{
    const auto all = around.findChildren<QTabWidget *>();
    auto outermost = all;
    outermost.removeIf([&all](const QTabWidget *tabs) {
        return std::ranges::any_of(
            all, [tabs](const QTabWidget *other) { return other != tabs && other->isAncestorOf(tabs); });
    });
    return outermost;
}

// To each of its pages, and back to the first.
template<typename Visit>
void turn(QTabWidget &tabs, Visit visit)
{
    for (int tab = 0; tab < tabs.count(); ++tab) {
        tabs.setCurrentIndex(tab);
        QApplication::processEvents();
        visit(*tabs.widget(tab));
    }
    tabs.setCurrentIndex(0);
}

// A line, a topic and a team, one after the other, each in the place of a unit.
template<typename See>
void chooseOthers(const QWidget &window, See see)
{
    using model::layout::NodeKind;
    const auto panes = window.findChildren<app::graph::GraphPane *>();
    const auto pane
        = std::ranges::find_if(panes, [](const auto *each) { return each->packaging().units.size() > 1; });
    if (pane == panes.end())
        qFatal("No shape has several units");
    const auto layout = (*pane)->view().scene().layout();
    const auto line = std::ranges::find_if(layout.edges, [](const auto &edge) {
        return edge.kind == model::layout::EdgeKind::Required && edge.from.kind == NodeKind::Unit;
    });
    const auto topic = std::ranges::find_if(layout.nodes,
                                            [](const auto &node) { return node.id.kind == NodeKind::Topic; });
    if (line == layout.edges.end() || topic == layout.nodes.end())
        qFatal("The picture has no line or no topic");
    (*pane)->view().choose({line->from, {}, line->to});
    see();
    (*pane)->view().choose({topic->id, {}});
    see();
    Q_EMIT(*pane)->teamChosen({QStringLiteral("web")});
    see();
}

} // namespace tests::shell
