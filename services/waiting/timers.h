// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/clock.h>

#include <cstdint>
#include <functional>

namespace services::waiting {

using contract::Instant;

// Runs actions later, in the thread that owns it. An interface, so that tests own the time.
class Timers
{
public:
    using Action = std::function<void()>;
    enum class Ticket : std::uint64_t
    {
        None = 0
    };

    virtual ~Timers() = default;
    virtual Instant now() const = 0;
    // The action runs once at `when` or soon after, unless cancelled. Never before this call has returned.
    virtual Ticket at(Instant when, Action action) = 0;
    // Of a ticket that has run, or None: does nothing.
    virtual void cancel(Ticket ticket) = 0;

    Ticket after(std::chrono::nanoseconds delay, Action action)
    {
        return at(now() + delay, std::move(action));
    }
};

} // namespace services::waiting
