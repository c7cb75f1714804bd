// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journey.h"

#include <model/json/objectreader.h>

namespace model::system {

// Reads one journey of a system's file, by itself. Its steps go to the entry capability. What they refer to
// is checked by findContradictions.
Journey readJourney(json::ObjectReader &in, const CapabilityId &entry);

} // namespace model::system
