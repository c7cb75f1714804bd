// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packaging.h"

#include <model/system/system.h>

#include <cstdint>

namespace model::packaging {

// Some packaging of the system, for tests and verification: each number of units up to that of the
// capabilities is tried as often, each partition has a chance, and the same seed gives the same one on each
// machine. Packaging id "random-<seed>"; a unit is named after its first capability; one instance each.
Packaging randomPackaging(const system::System &system, std::uint32_t seed);

} // namespace model::packaging
