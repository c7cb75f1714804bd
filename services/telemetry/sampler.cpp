// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampler.h"

#include <algorithm>
#include <cmath>

namespace services::telemetry {

namespace {

constexpr int randomBits = 56; // what W3C Trace Context level 2 asks to be random: the rightmost seven bytes

std::uint64_t randomPart(const model::telemetry::TraceId &trace)
{
    std::uint64_t value = 0;
    for (std::size_t i = trace.size() - randomBits / 8; i < trace.size(); ++i)
        value = value << 8 | trace[i];
    return value;
}

} // namespace

Sampler::Sampler(double share)
    : m_bound(static_cast<std::uint64_t>(std::ldexp(std::clamp(share, 0.0, 1.0), randomBits)))
{
}

bool Sampler::keeps(const model::telemetry::TraceId &trace) const
{
    return randomPart(trace) < m_bound;
}

} // namespace services::telemetry
