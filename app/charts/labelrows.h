// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <vector>

namespace app::charts {

// A label wants to stand beside the moment that it is about.
struct LabelWish
{
    double moment = 0; // pixels from the left, as all below
    double width = 0;
};

struct LabelPlace
{
    double left = 0;
    int row = 0;
};

// Where there is room for labels.
struct LabelRoom
{
    double left = 0;
    double right = 0;
    int rows = 1;
};

// Right of its moment in the first row with room, else left of it; nothing: there is no room. Who comes
// first chooses first. No two overlap.
std::vector<std::optional<LabelPlace>> placeLabels(const std::vector<LabelWish> &wishes,
                                                   const LabelRoom &room);

} // namespace app::charts
