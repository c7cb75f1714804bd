// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "beat.h"

#include <services/platform/booksreading.h>

#include <vector>

namespace app::sagas {

using services::platform::TracedLife;

// An order's life as a sequence of steps: from the saga's log and what the other stores have written down, in
// the order in which they come about, with what is still to come at the end. What was traced tells how long
// calls took and how often they were tried again; nothing is made up.
std::vector<Beat> storyOf(const TracedLife &life);

} // namespace app::sagas
