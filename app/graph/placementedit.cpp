// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "placementedit.h"

#include "graphpane.h"

namespace app::graph {

PlacementEdit::PlacementEdit(GraphPane &pane, Change change)
    : QUndoCommand(change.words)
    , m_pane(&pane)
    , m_change(std::move(change))
{
}

void PlacementEdit::undo()
{
    if (!m_pane)
        return;
    if (m_change.arranged.has_value())
        m_pane->setArrangement(*m_change.arranged);
    m_pane->setPlacement(m_change.before);
}

void PlacementEdit::redo()
{
    if (!m_pane)
        return;
    m_pane->setPlacement(m_change.after);
    if (m_change.arranged.has_value())
        m_pane->arrangeAnew();
}

bool PlacementEdit::mergeWith(const QUndoCommand *later)
{
    const auto *other = dynamic_cast<const PlacementEdit *>(later);
    if (other == nullptr || other->m_pane != m_pane || m_change.stepped.name.isEmpty()
        || other->m_change.stepped != m_change.stepped)
        return false;
    m_change.after = other->m_change.after;
    return true;
}

} // namespace app::graph
