// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/telemetry/instant.h>

#include <QtGlobal>

#include <random>

namespace services::load {

using model::telemetry::Instant;

// When shoppers arrive: a Poisson process, that is, with exponentially distributed gaps, which does not care
// whether the shop keeps up (open loop). The same seed gives the same gaps. A value; any thread.
class Arrivals
{
public:
    Arrivals(quint64 seed, Instant start);

    // Takes effect from `now` on; 0 stops the arrivals. The gap under way keeps its share of the new rate.
    void setRate(double perSecond, Instant now);
    double rate() const { return m_rate; }
    // The next arrival; Instant::max() while the rate is 0.
    Instant next() const { return m_next; }
    // Moves on to the arrival after it.
    void advance();

private:
    std::chrono::nanoseconds gap();

    std::mt19937_64 m_random;
    double m_rate = 0;
    Instant m_last; // the arrival before, or the last change of rate
    Instant m_next = Instant::max();
    double m_remaining = 0; // of the gap under way, in units of the mean gap
};

} // namespace services::load
