// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"
#include "eventmemory.h"

#include <vector>

namespace services::storage {

// Which events a capability has already acted on, so that each effect happens once though a message may
// arrive twice (the idempotent consumer). Remember inside the same transaction as the effect. Keeps the
// newest events of its database, not all: far more than can be on their way at once. Thread of its database.
class Inbox final : public EventMemory
{
public:
    explicit Inbox(Database &database, std::int64_t capacity = 100'000);

    static std::vector<Migration> migrations();

    Result<bool> remember(const QByteArray &eventId, const QString &consumer) override;

private:
    Result<void> prune(std::int64_t newest);

    Database &m_database;
    std::int64_t m_capacity;
};

} // namespace services::storage
