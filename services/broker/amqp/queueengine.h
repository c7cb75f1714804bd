// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layout.h"
#include "queuebacklog.h"

#include <services/broker/engine.h>
#include <services/broker/publishledger.h>
#include <services/broker/recollection.h>

namespace services::broker::amqp {

// A RabbitMQ server behind the broker. One connection publishes, the other one consumes: the server may stop
// reading from publishers. It consumes all queues, one window each and nobody else beside it, and hands the
// messages out itself: RabbitMQ keeps the order of a queue for one consumer only. Thread of the broker, which
// waits for the sockets and the bell (an eventfd).
class QueueEngine final : public Engine
{
public:
    struct Options
    {
        BrokerUrl server;
        QString name; // with which everything of this fleet begins on the server
        Patience patience;
        std::size_t rememberedIds = 16'384;
        bool isForOneRun = false;
        int bell = -1;
        std::shared_ptr<Lifeline> lifeline;
    };
    // Connects, and takes over what is there.
    static Result<std::unique_ptr<QueueEngine>> open(Options options, Recollection &recollection);
    ~QueueEngine() override;

    std::optional<std::vector<Command>> next(Inlet &inlet) override;
    void finish(bool isEnd) override;
    Instant nextMoment() const override;

protected:
    Result<void> setTopology(const std::vector<TopicBinding> &topology) override;
    void publish(Publish publish) override;
    Backlog &backlogOf(const CapabilityId &group) override;
    void cleared(const CapabilityId &group) override;
    void write(Instant now) override;

private:
    QueueEngine(Options options,
                Recollection &recollection,
                std::unique_ptr<Link> publishing,
                std::unique_ptr<Link> consuming);
    Result<void> load();
    Result<void> declareGroup(const CapabilityId &group);
    Result<void> consume(const CapabilityId &group, std::int64_t depth);
    Result<void> rebind(const std::vector<TopicBinding> &from, const std::vector<TopicBinding> &to);
    void send(Event event, const std::optional<CapabilityId> &only);
    void expect(const TopicId &topic, const std::vector<CapabilityId> &readers, const Result<void> &outcome);

    bool wait(Instant until);
    Result<void> read();
    Result<void> read(const amqp_frame_t &frame);
    Result<void> receive(const amqp_frame_t &frame);
    void compare(const amqp_frame_t &frame);
    void look(Instant now);
    void lose(const Error &why);
    void waitForConfirmations();
    void remember();

    Options m_options;
    Recollection &m_recollection;
    std::unique_ptr<Link> m_publishing;
    std::unique_ptr<Link> m_consuming;
    Names m_names;
    Publisher m_publisher;
    Layout m_layout;
    std::map<CapabilityId, QueueBacklog> m_backlogs;
    std::map<amqp_channel_t, CapabilityId> m_channels;
    amqp_channel_t m_lastChannel = 2; // the first ones are the layout's
    PublishLedger m_ledger;
    std::int64_t m_lastMessage;
    bool m_hasMore = false; // to read
    std::optional<Error> m_loss;
    Instant m_nextLook;
    std::uint64_t m_published = 0;
    std::map<amqp_channel_t, std::uint64_t> m_looks; // m_published when the server was asked
};

} // namespace services::broker::amqp
