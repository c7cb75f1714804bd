// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layoutrequest.h"

#include <model/result/result.h>

namespace model::layout {

// Places the units of a system. Deterministic: equal requests give equal layouts. Blocks, for seconds when
// there are hundreds of units: programs with a window go through services::layout::LayoutWorker.
class Layouter
{
public:
    virtual ~Layouter() = default;
    // An error (Internal) means that the layout engine is missing or has given up.
    virtual result::Result<Layout> layOut(const LayoutRequest &request) = 0;
};

} // namespace model::layout
