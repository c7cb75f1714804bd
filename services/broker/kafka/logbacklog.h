// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "progress.h"
#include "sender.h"

#include <services/broker/backlog.h>

#include <tuple>
#include <unordered_map>

namespace services::broker::kafka {

// What one group has still to do of the logs of its topics. The client holds a window of it, and the group
// decides among these; the window grows while the group could deliver and has nothing to. One thread.
class LogBacklog final : public Backlog
{
public:
    struct Place
    {
        QByteArray log; // the topic, as Kafka names it
        std::int32_t partition = 0;

        bool operator<(const Place &other) const
        {
            return std::tie(log, partition) < std::tie(other.log, other.partition);
        }
    };

    LogBacklog(Sender &sender, QByteArray deadLog)
        : m_sender(sender)
        , m_deadLog(std::move(deadLog))
    {
    }

    // From there on it reads a partition, which has so many messages.
    void begin(const Place &place, TopicId topic, Progress progress, std::int64_t depth);
    // Which it does not read any more.
    void forget();
    bool reads(const Place &place) const { return m_partitions.contains(place); }

    void expect(const TopicId &topic); // one has been confirmed
    // What there is in truth, by partition: the offset of the message that will come.
    void correct(const std::map<Place, std::int64_t> &ends);
    std::vector<Place> places() const; // which it reads
    // One has arrived; nothing: the group is done with it, or it is for another one.
    std::optional<Waiting>
    hold(const Place &place, const rd_kafka_message_t &message, const QByteArray &group, std::int64_t number);
    const QByteArray *idOf(std::int64_t number) const;
    bool isFull() const;
    // What it reads, and from where on it goes on.
    PartitionList positions() const;
    bool hasProgress() const;
    // How far it is, where that has changed; nothing: nowhere.
    PartitionList progress();
    void reconsider(); // it is as if nothing had been taken by progress() yet
    const std::optional<Error> &trouble() const { return m_trouble; }

    Result<std::vector<Waiting>> more() override;
    Result<std::optional<Event>> contents(std::int64_t message) override;
    void settle(const Waiting &message) override;
    void bury(const Waiting &message, const QString &why) override;
    void countRedelivery(const Waiting & /*message*/) override { } // Kafka has no room for it
    Topics depths() const override;

private:
    struct Partition
    {
        TopicId topic;
        Progress progress;
    };
    struct Held
    {
        Record record;
        Place place;
        std::int64_t offset;
    };
    std::optional<Held> letGo(std::int64_t number);
    void finish(const Place &place, std::int64_t offset);

    Sender &m_sender;
    QByteArray m_deadLog;
    std::map<Place, Partition> m_partitions;
    std::unordered_map<std::int64_t, Held> m_held;
    Topics m_heldTopics; // none is zero
    qsizetype m_bytes = 0; // of their payloads
    Topics m_elsewhere; // confirmed and not arrived; below zero for what has arrived before its confirmation
    std::size_t m_window = 64;
    std::optional<Error> m_trouble;
};

} // namespace services::broker::kafka
