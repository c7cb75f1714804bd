// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"

#include <QAccessibleWidget>

namespace app::graph {

class GraphView;

// What a screen reader hears of a GraphView: a list with an item for each node and module, from top to
// bottom, which can be chosen and asked for its menu. Made and owned by Qt when a reader asks. GUI thread.
class GraphAccessible : public QAccessibleWidget
{
public:
    explicit GraphAccessible(GraphView &view);
    ~GraphAccessible() override;

    // Makes Qt use it for each GraphView; again: does nothing.
    static void offer();
    // The scene, or what is selected in it, is another one.
    static void childrenChanged(GraphView &view);
    static void selectionChanged(GraphView &view);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    QAccessible::State state() const override;

private:
    class Item;

    GraphView &m_view;
    mutable std::vector<QAccessible::Id> m_items; // by position; made when asked for
};

} // namespace app::graph
