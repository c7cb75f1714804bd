// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/system.h>

#include <cstdint>

namespace model::generation {

// How large a generated system is.
struct SystemSize
{
    int fewest = 5; // capabilities, the entry included
    int most = 40;
};
constexpr int fewestCapabilities = 3;
constexpr int mostCapabilities = 50;

// Some valid system of synthetic components, the same for a seed on every machine: capabilities in layers
// that call only deeper ones (so that nobody waits for itself), required and optional calls, topics, teams,
// and journeys through one entry, of which some wait for what a message brings. The work is small enough for
// a laptop to run each capability as a service of its own. `size` is within the constants above.
system::System randomSystem(std::uint64_t seed, SystemSize size = {});

} // namespace model::generation
