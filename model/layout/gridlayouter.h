// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphvizlayouter.h"

namespace model::layout {

// Small systems stand on a grid and their lines are straight, which is quicker to follow than curves around
// what is in the way. What is larger, or is calmer with curves, is drawn by Graphviz; and what would take
// that too long stands in rows, which a second is enough for.
class GridLayouter final : public Layouter
{
public:
    result::Result<Layout> layOut(const LayoutRequest &request) override;

private:
    GraphvizLayouter m_graphviz;
};

} // namespace model::layout
