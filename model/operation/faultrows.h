// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faulttable.h"

namespace model::operation {

// The parts of the fault table, which together are in the order of FaultKind.
std::span<const FaultDescription> processFaults();
std::span<const FaultDescription> requestFaults(); // of modules and links
std::span<const FaultDescription> surroundingFaults(); // of stores, messages and customers

} // namespace model::operation
