// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layouter.h"

namespace model::layout {

// Graphviz' `dot` behind our interface (https://graphviz.org; Gansner et al., "A Technique for Drawing
// Directed Graphs", 1993). Graphviz has one state for the whole process, so all layouters share one context
// and run one at a time, whichever thread they are in. InvalidInput for what would take longer than anybody
// waits.
class GraphvizLayouter final : public Layouter
{
public:
    result::Result<Layout> layOut(const LayoutRequest &request) override;
};

} // namespace model::layout
