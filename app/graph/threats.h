// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"

#include <model/packaging/packaging.h>

namespace model::analysis {
struct BlastRadius;
}

namespace app::graph {

// What is predicted of a thing, from best to worst.
enum class Threat
{
    None,
    Degraded, // some of what it does would fail, or be less than it is
    Down // all of it would fail
};

// What would suffer from a fault that nobody has done yet: exactly these units, and exactly these modules of
// units of several. A value.
struct Threats
{
    QHash<NodeId, Threat> nodes; // of several modules: as a whole, if none of them goes on as before
    QHash<model::system::CapabilityId, Threat> modules; // of a unit of several

    bool isEmpty() const { return nodes.isEmpty() && modules.isEmpty(); }
    Threat of(const Target &target) const;
    // Of the node with all that is in it, where that is not seen.
    Threat ofBlock(const PlacedNode &node) const;
    bool operator==(const Threats &) const = default;
};

// A capability is as its endpoints would be.
Threats threatsOf(const model::analysis::BlastRadius &radius, const model::packaging::Packaging &packaging);

} // namespace app::graph
