// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventrow.h"

namespace services::storage {

using contract::Event;
using model::telemetry::TraceContext;
using std::chrono::microseconds;

Values valuesOf(const Event &event)
{
    const auto occurredAt = std::chrono::floor<microseconds>(event.occurredAt.time_since_epoch());
    return {event.id,
            event.topic.value,
            event.key,
            event.payload,
            event.trace.isValid() ? Value(event.trace.toTraceparent()) : Value(nullptr),
            std::int64_t{occurredAt.count()}};
}

Event eventOf(const Row &row, int firstColumn)
{
    Event event;
    event.id = row.bytes(firstColumn);
    event.topic.value = row.text(firstColumn + 1);
    event.key = row.bytes(firstColumn + 2);
    event.payload = row.bytes(firstColumn + 3);
    event.trace = TraceContext::fromTraceparent(row.bytes(firstColumn + 4)).value_or(TraceContext{});
    event.occurredAt += std::chrono::duration_cast<std::chrono::system_clock::duration>(
        microseconds(row.integer(firstColumn + 5)));
    return event;
}

} // namespace services::storage
