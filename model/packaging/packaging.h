// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <vector>

namespace model::packaging {

// What is deployed, scaled, crashes and restarts together.
struct Unit
{
    system::UnitId id;
    QString title;
    std::vector<system::CapabilityId> capabilities; // in the system's order; never empty
    int instances = 1;

    bool operator==(const Unit &) const = default;
};

// A complete partition of a system's capabilities into units: each capability is in exactly one.
// Made by presets, PackagingReader or a regrouping, all of which keep that invariant.
struct Packaging
{
    system::PackagingId id; // "monolith", "by-team", "microservices" or a name of its own
    QString title;
    std::vector<Unit> units;

    const Unit *unit(const system::UnitId &id) const;
    // The unit which holds the capability; null only for a capability of another system.
    const Unit *unitOf(const system::CapabilityId &id) const;
    // Whether a call between the two leaves its unit and must cross the network.
    bool crosses(const system::CapabilityId &from, const system::CapabilityId &to) const;

    bool operator==(const Packaging &) const = default;
};

} // namespace model::packaging
