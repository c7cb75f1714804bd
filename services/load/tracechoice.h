// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>
#include <model/telemetry/instant.h>

#include <QHash>

namespace services::load {

// Decides which attempts are traced whole: of each journey about so many a second, evenly spread over time,
// however many shoppers come, so that a rare journey is seen as often as a frequent one (the aim of Jaeger's
// adaptive sampling, https://www.jaegertracing.io/docs/1.41/sampling/#adaptive-sampling, by time alone).
// Draws no lots. Thread-bound.
class TraceChoice
{
public:
    explicit TraceChoice(double perSecond); // of each journey; 0: none
    // Whether this attempt is one; each is to be told.
    bool takes(const model::system::JourneyId &journey, model::telemetry::Instant now);

private:
    std::chrono::nanoseconds m_pause{0}; // between two; zero: none is taken
    QHash<model::system::JourneyId, model::telemetry::Instant> m_next; // not before
};

} // namespace services::load
