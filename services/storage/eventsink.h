// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

#include <services/contract/event.h>

namespace services::storage {

// Where a capability puts what others must hear of. Thread of its database.
class EventSink
{
public:
    EventSink() = default;
    virtual ~EventSink() = default;
    EventSink(const EventSink &) = delete;
    EventSink &operator=(const EventSink &) = delete;

    // Call inside Database::transaction; when that is rolled back, nobody hears of it.
    virtual Result<void> append(const contract::Event &event) = 0;
};

} // namespace services::storage
