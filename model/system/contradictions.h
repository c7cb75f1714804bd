// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "system.h"

#include <model/json/problems.h>

namespace model::system {

// What is wrong with a system whose parts are each well formed: ids used twice, references to nothing, topics
// that nobody publishes, endpoints which wait for themselves, journeys that cannot be played. Problems point
// into the system's file format. Empty ids are passed over: whoever read them has reported them.
void findContradictions(const System &system, json::Problems &problems);

// Parts of the above, one file each.
void findRepeatedIds(const System &system, json::Problems &problems);
void findBrokenCalls(const System &system, json::Problems &problems);
void findBrokenContracts(const System &system, json::Problems &problems);
void findCallCycles(const System &system, json::Problems &problems);
void findBrokenTopics(const System &system, json::Problems &problems);
void findBrokenJourneys(const System &system, json::Problems &problems);

} // namespace model::system
