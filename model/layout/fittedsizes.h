// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layoutrequest.h"

namespace model::layout {

// Sizes in which the titles of this system fit, each kind of node as big as its longest title needs, within
// reason: longer titles are elided. For drawings without a font engine (SVG).
Sizes fittedSizes(const system::System &system, const packaging::Packaging &packaging);

} // namespace model::layout
