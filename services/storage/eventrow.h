// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

#include <services/contract/event.h>

namespace services::storage {

// An event as six columns of a table, in the order of eventColumns: how the outbox and the broker keep it.
// The id is stored as bytes, the moment as microseconds of the calendar, the trace as its traceparent or
// NULL.
inline constexpr QStringView eventColumns = u"event_id, topic, key, payload, trace, occurred_at";

Values valuesOf(const contract::Event &event);
contract::Event eventOf(const Row &row, int firstColumn);

} // namespace services::storage
