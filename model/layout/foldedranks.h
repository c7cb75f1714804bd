// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagram.h"

namespace model::layout {

// The row of each node (its column, from left to right), at most `widest` nodes in one, so that a system in
// which everything hangs below one door does not become a single endless row. Each edge that ranks goes to a
// later row, but for those that close a circle. By list scheduling, the longest way to the end first (as in
// Coffman and Graham, "Optimal scheduling for two-processor systems", 1972). Deterministic.
std::vector<std::size_t> foldedRanks(const Diagram &diagram, std::size_t widest);

} // namespace model::layout
