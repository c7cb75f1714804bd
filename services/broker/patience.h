// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>

namespace services::broker {

// How long the broker waits for consumers, and how it paces what they refuse.
struct Patience
{
    std::chrono::milliseconds visibility{30'000}; // how long a consumer may hold a message
    std::chrono::milliseconds firstRetry{50}; // delay after a first refusal; doubles with each further one
    std::chrono::milliseconds lastRetry{30'000}; // up to this

    std::chrono::milliseconds delayAfter(int refusals) const
    {
        const int doublings = std::clamp(refusals - 1, 0, 20);
        return std::min(firstRetry * (std::int64_t{1} << doublings), lastRetry);
    }
};

} // namespace services::broker
