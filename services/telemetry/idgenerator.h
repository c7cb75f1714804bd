// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/telemetry/tracecontext.h>

#include <random>

namespace services::telemetry {

// Makes the ids of traces and spans: never all zero. The same seed gives the same ids, so each incarnation of
// an instance needs a seed of its own. Thread-bound.
class IdGenerator
{
public:
    explicit IdGenerator(std::uint64_t seed);
    model::telemetry::TraceId traceId();
    model::telemetry::SpanId spanId();

private:
    std::uint64_t nonZero();

    std::mt19937_64 m_random;
};

} // namespace services::telemetry
