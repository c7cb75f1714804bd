// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layout.h"

namespace model::layout {

// How hard the lines of a layout are to follow, whoever has drawn it: how long they are, how often they
// cross, and by how much they turn.
struct Unrest
{
    double length = 0; // of all lines, in pixels
    int crossings = 0; // of lines without a common end
    double turning = 0; // of all lines, in radians

    // In pixels of line that it would be worth to be rid of it all.
    double cost() const;
};

Unrest unrestOf(const Layout &layout);

} // namespace model::layout
