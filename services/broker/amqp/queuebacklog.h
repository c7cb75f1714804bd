// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "publisher.h"

#include <services/broker/backlog.h>

#include <unordered_map>

namespace services::broker::amqp {

// The queue of one group on the server. Of its messages the client holds a window, unacknowledged, and the
// group decides among these; the window grows while the group could deliver and has nothing to, as when all
// of them wait behind one key. One thread.
class QueueBacklog final : public Backlog
{
public:
    // Acknowledged messages and the window's size travel on the channel; dead letters go to the publisher.
    struct Ways
    {
        Link *link = nullptr;
        Publisher *publisher = nullptr;
        QByteArray deadExchange;
        QByteArray deadKey;
    };
    explicit QueueBacklog(Ways ways)
        : m_ways(std::move(ways))
    {
    }

    static constexpr int firstWindow = 16; // messages

    // The queue is there, holds so many messages, and a consumer of it is about to begin on the channel.
    void attach(amqp_channel_t channel, std::int64_t depth);
    void detach();
    amqp_channel_t channel() const { return m_channel; } // 0: not attached

    // One has been confirmed to be in the queue.
    void expect(const TopicId &topic) { ++m_elsewhere[topic]; }
    // One has arrived in the window.
    Waiting hold(Message message, std::int64_t number, std::uint64_t tag, int redeliveries);
    // So many lie on the server and not in the window, says the server.
    void correct(std::int64_t elsewhere);
    const QByteArray *idOf(std::int64_t number) const;
    const std::optional<Error> &trouble() const { return m_trouble; } // the connection is of no use any more

    Result<std::vector<Waiting>> more() override;
    Result<std::optional<Event>> contents(std::int64_t message) override;
    void settle(const Waiting &message) override;
    void bury(const Waiting &message, const QString &why) override;
    void countRedelivery(const Waiting & /*message*/) override { } // the server has no room for it
    Topics depths() const override;
    std::int64_t unknownDepth() const override { return m_unknown; }

private:
    struct Held
    {
        Message message;
        std::uint64_t tag;
    };
    std::int64_t elsewhere() const;
    void setWindow(int window);
    void acknowledge(std::uint64_t tag);
    std::optional<Held> letGo(std::int64_t number);

    Ways m_ways;
    amqp_channel_t m_channel = 0;
    int m_window = firstWindow;
    std::unordered_map<std::int64_t, Held> m_held;
    Topics m_heldTopics; // none is zero
    qsizetype m_bytes = 0; // of their payloads
    Topics m_elsewhere; // confirmed and not arrived; below zero for what has arrived before its confirmation
    std::int64_t m_unknown = 0; // in the queue since before we came, and not arrived
    std::optional<Error> m_trouble;
};

} // namespace services::broker::amqp
