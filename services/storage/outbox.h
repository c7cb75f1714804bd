// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"
#include "eventsink.h"
#include "inbox.h"

#include <functional>
#include <vector>

namespace services::storage {

// The transactional outbox (https://microservices.io/patterns/data/transactional-outbox.html): events are
// written in the transaction that causes them, so that neither exists without the other; a relay publishes
// them afterwards, in order, at least once. One per database. Thread of its database.
class Outbox final : public EventSink
{
public:
    explicit Outbox(Database &database);

    static std::vector<Migration> migrations();

    Result<void> append(const contract::Event &event) override;
    // The oldest events not yet published, in order.
    Result<std::vector<contract::Event>> oldest(int limit) const;
    Result<void> remove(const std::vector<QByteArray> &publishedIds);
    Result<int> depth() const;
    // What its accesses have cost since the last time; see Database.
    Toll takeToll() { return m_database.takeToll(); }
    // Told after each append, so that the relay need not poll. The transaction may not have committed yet:
    // look at the outbox from the event loop, not from inside the callback.
    void onAppend(std::function<void()> wake);
    // Told of each event that is appended, inside the transaction.
    void onEvent(std::function<void(const contract::Event &)> told);

private:
    Database &m_database;
    std::function<void()> m_wake;
    std::function<void(const contract::Event &)> m_told;
};

} // namespace services::storage
