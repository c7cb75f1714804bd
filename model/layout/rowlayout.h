// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagram.h"
#include "layout.h"

namespace model::layout {

// A picture of hundreds or thousands of boxes in a fraction of a second: rows as wide as the place calls for,
// who calls above who is called, and within a row each near those whom it is connected to (the barycentres
// of Sugiyama, Tagawa, Toda, "Methods for Visual Understanding of Hierarchical System Structures", 1981).
// Lines pass behind boxes. Deterministic.
Layout rowLayout(const Diagram &diagram, double aspect);

} // namespace model::layout
