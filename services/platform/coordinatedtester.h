// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/load/journeyresult.h>

#include <map>

namespace services::platform {

using model::telemetry::Instant;

// What a load tester would have measured that has one customer, who asks for the next thing only when he has
// the answer: it leaves out all requests that others wanted while it waited, most of them just when the shop
// was slow. That is the "coordinated omission" of Gil Tene ("How NOT to Measure Latency", 2013). Picks these
// attempts out of those which were really made, so that both figures are of the same shop at the same time.
// A plain object; control thread.
class CoordinatedTester
{
public:
    // What has ended; attempts are counted from 1 in the order of their intended start.
    void take(const load::JourneyResult &result);
    // Those that such a tester would have made and that have ended since the last time; `now` tells which
    // will not end any more.
    std::vector<load::JourneyResult> drain(Instant now);

    static constexpr std::size_t most = 4096; // which wait for an earlier one to end

private:
    bool mayBeAsked(quint64 attempt, Instant now) const;

    std::map<quint64, load::JourneyResult> m_ended; // by attempt
    quint64 m_next = 1; // the first attempt on which nothing is decided
    Instant m_free; // since when the tester has nothing to wait for
};

} // namespace services::platform
