// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/clock.h>

namespace tests::support {

using services::contract::Instant;

// Time that stands still until a test moves it. Both clocks move together. One thread.
class FakeClock final : public services::contract::Clock
{
public:
    // The calendar starts at 2026-01-01 00:00 UTC, the monotonic clock an hour after its epoch.
    Instant now() const override { return Instant(std::chrono::hours(1)) + m_passed; }
    std::chrono::system_clock::time_point wallTime() const override
    {
        constexpr std::chrono::sys_days start = std::chrono::year(2026) / 1 / 1;
        return std::chrono::time_point_cast<std::chrono::system_clock::duration>(start + m_passed);
    }

    void advance(std::chrono::nanoseconds duration) { m_passed += duration; }

private:
    std::chrono::nanoseconds m_passed{0};
};

} // namespace tests::support
