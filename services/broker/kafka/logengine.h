// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "logbacklog.h"
#include "logs.h"
#include "topicnames.h"

#include <services/broker/engine.h>
#include <services/broker/publishledger.h>
#include <services/broker/recollection.h>

namespace services::broker::kafka {

// How a fleet comes by the partitions of its topics.
enum class Membership
{
    Group, // as a member of a consumer group of Kafka, which shares them out among its members
    Alone, // it takes all of them at once: nobody else may read as the same group
};

// A Kafka behind the broker. One client publishes, one for each group reads, and the messages are handed out
// here as with the other brokers. What is done with is committed a moment later, and waited for in the end;
// what was not committed comes again, to whoever has the partition then. Thread of the broker, which waits
// for the bell (an eventfd).
class LogEngine final : public Engine
{
public:
    struct Options
    {
        BrokerUrl server;
        QString name; // with which everything of this fleet begins on the server
        Patience patience;
        std::size_t rememberedIds = 16'384;
        Membership membership = Membership::Group;
        int bell = -1;
        const std::atomic<bool> *unwanted = nullptr; // gives up the wait for a server
    };
    static Result<std::unique_ptr<LogEngine>> open(Options options, Recollection &recollection);
    ~LogEngine() override;

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
    struct Reader
    {
        Reader(Sender &sender, QByteArray deadLog)
            : backlog(sender, std::move(deadLog))
        {
        }

        LogBacklog backlog;
        std::unique_ptr<Client> client; // null until its group reads something
        std::map<QByteArray, TopicId> topics; // which it reads, by Kafka's name
        bool hasStopped = false; // reading, because its group had enough
    };
    LogEngine(Options options, Recollection &recollection, std::unique_ptr<Client> producer);
    Result<void> load();
    Result<void> attach(const CapabilityId &group, const std::vector<TopicBinding> &topology, bool isNew);
    Result<void> loadDead(const CapabilityId &group);
    Result<PartitionList> partitionsOf(const std::map<QByteArray, TopicId> &topics);
    Result<void> skipToEnd(Reader &reader, rd_kafka_topic_partition_list_t &partitions);
    Result<void> take(const CapabilityId &group, rd_kafka_topic_partition_list_t &partitions);
    Result<void> keep(const std::vector<TopicBinding> &topology);

    void wait(Instant until);
    void read();
    void read(const CapabilityId &group, Reader &reader);
    void handle(const CapabilityId &group, Reader &reader, rd_kafka_event_t &event);
    void receive(const CapabilityId &group, Reader &reader, rd_kafka_event_t &event);
    void rebalance(const CapabilityId &group, Reader &reader, rd_kafka_event_t &event);
    void handOver(const CapabilityId &group, Reader &reader);
    void heed(rd_kafka_event_t &error);
    void heedAll(std::chrono::milliseconds limit);
    void commit(Instant now);
    void look(Instant now);
    void leaveAll(Instant end);
    static void leave(Client &client, Instant end);
    void remember(const CapabilityId &group);
    void lose(const Error &why);

    Options m_options;
    Recollection &m_recollection;
    std::unique_ptr<Client> m_producer;
    TopicNames m_names;
    Sender m_sender;
    Logs m_logs;
    std::map<CapabilityId, Reader> m_readers;
    PublishLedger m_ledger;
    std::int64_t m_lastMessage;
    Instant m_nextCommit;
    Instant m_nextLook = Instant::min();
    bool m_hasMore = false; // to read
    std::optional<Error> m_loss;
};

} // namespace services::broker::kafka
