// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/clock.h>

#include <atomic>

namespace services::faults {

// The clock of an instance's components: its calendar may be set wrong. Durations and deadlines are not
// concerned, as on a machine whose date is wrong. Any thread.
class SkewedClock final : public contract::Clock
{
public:
    contract::Instant now() const override { return m_clock.now(); }
    std::chrono::system_clock::time_point wallTime() const override
    {
        return m_clock.wallTime() + std::chrono::seconds(m_skewSeconds);
    }
    void setSkew(std::chrono::seconds skew) { m_skewSeconds = skew.count(); }

private:
    contract::SystemClock m_clock;
    std::atomic<std::int64_t> m_skewSeconds{0};
};

} // namespace services::faults
