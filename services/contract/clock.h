// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/telemetry/instant.h>

namespace services::contract {

using model::telemetry::Instant;

// What time it is. Injected everywhere, so that tests own the time. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    // Monotonic, for durations and deadlines.
    virtual Instant now() const = 0;
    // The calendar, for what people read and for sessions' expiry.
    virtual std::chrono::system_clock::time_point wallTime() const = 0;
};

class SystemClock final : public Clock
{
public:
    Instant now() const override { return std::chrono::steady_clock::now(); }
    std::chrono::system_clock::time_point wallTime() const override
    {
        return std::chrono::system_clock::now();
    }
};

} // namespace services::contract
