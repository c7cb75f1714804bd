// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "signs.h"
#include "svgpen.h"

#include <app/style/theme.h>

namespace app::graph {

// All of the scene that is shown, as it is, in the layout's own pixels. Any thread.
void writeScene(SvgPen &pen, const GraphScene &scene, const Vitality &vitality, const style::Theme &theme);
// A sign by itself, in a legend. Any thread.
void writeSign(SvgPen &pen, Sign sign, const QRectF &box, const style::Theme &theme);

} // namespace app::graph
