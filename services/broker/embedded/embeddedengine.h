// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storedbacklog.h"

#include <services/broker/engine.h>
#include <services/broker/recentids.h>

namespace services::broker::embedded {

// Writes what the commands of a turn ask for in one transaction, into the broker's file.
class EmbeddedEngine final : public Engine
{
public:
    EmbeddedEngine(MessageStore store, const Patience &patience, std::size_t rememberedIds);
    // Once, before anything else: what the store holds from earlier.
    Result<void> load(Instant now);

    Instant nextMoment() const override;

protected:
    Result<void> setTopology(const std::vector<TopicBinding> &topology) override;
    void publish(Publish publish) override;
    Backlog &backlogOf(const CapabilityId &group) override;
    void cleared(const CapabilityId &group) override;
    void write(Instant now) override;
    Result<std::vector<PeekedMessage>> peek(const Peek &what) override;
    Result<void> replay(ConsumerGroup &group, const std::vector<std::int64_t> &letters, Instant now) override;

private:
    using Stored = std::vector<std::pair<ConsumerGroup *, Waiting>>;
    bool hasSomethingToWrite(Instant now) const;
    bool hasUnwritten() const;
    Result<Stored> store();
    Result<void> store(const Publish &publish, Stored &stored, QSet<QByteArray> &ids);
    void hand(Stored stored, Instant now);

    MessageStore m_store;
    std::map<CapabilityId, StoredBacklog> m_backlogs;
    std::vector<Publish> m_publishes; // of this turn
    RecentIds m_ids;
    Instant m_writeAgainAt = Instant::min();
};

} // namespace services::broker::embedded
