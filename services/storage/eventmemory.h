// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

namespace services::storage {

// Tells whether an event is new to whoever gets it. Thread of its database.
class EventMemory
{
public:
    EventMemory() = default;
    virtual ~EventMemory() = default;
    EventMemory(const EventMemory &) = delete;
    EventMemory &operator=(const EventMemory &) = delete;

    // True: act on it, it is remembered from now on. False: it was seen before. Call inside the transaction
    // of the effect.
    virtual Result<bool> remember(const QByteArray &eventId, const QString &consumer) = 0;
};

} // namespace services::storage
