// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capability.h"

#include <model/json/objectreader.h>

namespace model::system {

// Reads one capability of a system's file, by itself; what it refers to is checked by findContradictions.
// Elements keep their positions even when they are wrong, so that checks can point at them.
Capability readCapability(json::ObjectReader &in);

// An operation's name in a file: "GET /products/{id}".
json::TextRule operationRule();

} // namespace model::system
