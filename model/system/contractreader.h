// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract.h"

#include <model/json/objectreader.h>

namespace model::system {

// Reads the contract of an endpoint of a system's file, by itself; what it is like is checked by
// findBrokenContracts.
Contract readContract(json::ObjectReader &in);

// An endpoint of another capability, as files name it: "catalogue GET /products/{id}".
json::TextRule endpointRule();

} // namespace model::system
