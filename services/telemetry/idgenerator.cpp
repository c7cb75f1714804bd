// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "idgenerator.h"

#include <cstring>

namespace services::telemetry {

IdGenerator::IdGenerator(std::uint64_t seed)
    : m_random(seed)
{
}

model::telemetry::TraceId IdGenerator::traceId()
{
    const std::array<std::uint64_t, 2> halves{nonZero(), nonZero()};
    model::telemetry::TraceId id;
    static_assert(sizeof id == sizeof halves);
    std::memcpy(id.data(), halves.data(), sizeof id);
    return id;
}

model::telemetry::SpanId IdGenerator::spanId()
{
    const std::uint64_t value = nonZero();
    model::telemetry::SpanId id;
    static_assert(sizeof id == sizeof value);
    std::memcpy(id.data(), &value, sizeof id);
    return id;
}

std::uint64_t IdGenerator::nonZero()
{
    std::uint64_t value = m_random();
    while (value == 0)
        value = m_random();
    return value;
}

} // namespace services::telemetry
