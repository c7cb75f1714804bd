// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphtablemodel.h"

namespace app::graph {

// The rows of the lines that can be chosen in the scene, in its order: who calls whom, how often, how many of
// these calls fail, and what is done to the line.
std::vector<GraphRow> callRowsOf(const GraphScene &scene, const Vitality &vitality);

} // namespace app::graph
