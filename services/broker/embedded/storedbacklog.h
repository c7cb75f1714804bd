// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "messagestore.h"

#include <services/broker/backlog.h>

namespace services::broker::embedded {

// A queue in the broker's file. What its group knows of it is bounded: a consumer that stays away for long
// costs disk, not memory. Thread of the broker.
class StoredBacklog final : public Backlog
{
public:
    StoredBacklog(CapabilityId group, MessageStore &store);

    // So many of its messages are in the store already.
    void load(Topics depths);
    // A message is now in the store. Whether its group should know it, which knows so many.
    bool add(const Waiting &message, std::size_t known);
    // Its messages have been removed from the store.
    void clear();

    Result<std::vector<Waiting>> more() override;
    Result<std::optional<Event>> contents(std::int64_t message) override;
    void settle(const Waiting &message) override;
    void bury(const Waiting &message, const QString &why) override;
    void countRedelivery(const Waiting &message) override;
    Topics depths() const override { return m_depths; }

    // What was decided and is not in the store yet: write it in a transaction, then say so.
    bool hasUnwritten() const { return !m_done.empty() || !m_redeliveries.empty() || !m_dead.empty(); }
    Result<void> write() const;
    void written();

private:
    void forget(const Waiting &message);

    CapabilityId m_group;
    MessageStore &m_store;
    std::int64_t m_last = 0; // that the group knows
    bool m_isComplete = true; // the group knows all of them
    Topics m_depths;
    std::vector<std::int64_t> m_done;
    std::map<std::int64_t, int> m_redeliveries;
    std::map<std::int64_t, QString> m_dead; // and why
};

} // namespace services::broker::embedded
