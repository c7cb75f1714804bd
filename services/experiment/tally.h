// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/journeystate.h>
#include <services/load/journeyresult.h>

#include <optional>

namespace services::experiment {

using model::operation::JourneyState;

// Counts attempts at a journey and says what state they show (model/operation/journeystate.h); unknown when
// nobody has tried. A value.
struct Tally
{
    int attempts = 0;
    int succeeded = 0; // degraded ones included
    int degraded = 0; // late ones and those with a fallback's answer
    int late = 0; // of the degraded ones

    void add(load::Outcome outcome, bool isLate = false);
    int failed() const { return attempts - succeeded; }
    // 0 to 1; nothing when nobody has tried.
    std::optional<double> successShare() const;
    JourneyState state() const;

    bool operator==(const Tally &) const = default;
};

} // namespace services::experiment
