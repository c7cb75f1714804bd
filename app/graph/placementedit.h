// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/layout/placement.h>

#include <QPointer>
#include <QUndoCommand>

#include <optional>

namespace app::graph {

class GraphPane;

// What the layouter has made, and for which shape of the place.
struct Arrangement
{
    model::layout::Layout layout;
    double aspect = 0; // nothing has been asked for
    bool stores = false; // with databases
};

// What a person has put where in one pane's picture: done by restoring what was there after it, undone by
// what was there before. Steps of the keyboard with the same node, one right after the other, are one edit.
class PlacementEdit : public QUndoCommand
{
public:
    using Placement = model::layout::Placement;
    struct Change
    {
        QString words; // "Move Catalogue"
        Placement before;
        Placement after;
        model::layout::NodeId stepped = {}; // with the keyboard; none: it was not
        std::optional<Arrangement> arranged = {}; // before, if everything is arranged anew
    };

    PlacementEdit(GraphPane &pane, Change change);

    void undo() override;
    void redo() override;
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *later) override;

private:
    QPointer<GraphPane> m_pane;
    Change m_change;
};

} // namespace app::graph
