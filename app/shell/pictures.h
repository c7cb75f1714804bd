// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "things.h"

#include <app/graph/graphpane.h>
#include <app/graph/sheet.h>
#include <app/session/workspace.h>

#include <QObject>

class QUndoStack;

namespace app::shell {

class Actions;

// The pictures of all fleets as one: in which of them a person has done something last, what they show, where
// nodes were put, and the acts for all that. Belongs to the window, which has the panes. GUI thread.
class Pictures : public QObject
{
    Q_OBJECT
public:
    using Panes = std::vector<graph::GraphPane *>; // by fleet
    using Placements = decltype(session::Workspace::placements);

    // Moves go onto the stack, which outlives this.
    Pictures(Panes panes, QUndoStack &edits, QObject *parent);

    void addTo(Actions &actions);
    // The panes' own menus, with what is in the registry.
    void fillMenus(const Actions &actions);

    // In which a person has done something last, or the one that is shown.
    size_t attended() const;
    graph::GraphPane &attendedPane() const { return *m_panes[attended()]; }
    void attend(size_t fleet) { m_attended = fleet; }

    // What is wished to be seen in each: of the databases one is always worth it, one of each unit is
    // plumbing.
    void setShown(const graph::Shown &wished);
    const graph::Shown &shown() const { return m_shown; }

    // Of that system; not an edit.
    void setPlacements(const QString &system, const Placements &placements);
    // Those that were set, with what has been put elsewhere since.
    const Placements &placements() const { return m_placements; }

    void setPresentation(bool presents);
    // Marks it in each; nothing: nothing is looked for.
    void mark(const std::optional<Thing> &thing);
    // Chooses it in each, if it is a node of theirs.
    void choose(const Thing &thing);
    // Those that are shown and drawn, as they are.
    graph::Sheet sheet(const QString &title) const;
    // As they are usually seen: pictures, all of them.
    void goHome();

Q_SIGNALS:
    void placementsChanged();
    void exportWanted();

private:
    void addPlaces(Actions &actions);
    void addShown(Actions &actions);
    void addEdits(Actions &actions);
    void focusOnSelected();
    void pinSelected();
    void toggleTable();

    Panes m_panes;
    QUndoStack &m_edits;
    graph::Shown m_shown;
    QString m_system;
    Placements m_placements;
    size_t m_attended;
};

} // namespace app::shell
