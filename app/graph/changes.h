// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"
#include "viewport.h"

namespace app::graph {

// The boxes, in the layout's pixels, within which a picture of this detail looks different when one Vitality
// follows another: so that only these are drawn anew. `words`: whether rates are written on lines.
std::vector<QRectF> changesBetween(
    const GraphScene &scene, const Vitality &before, const Vitality &after, Detail detail, bool words);

} // namespace app::graph
