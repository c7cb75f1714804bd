// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/broker/broker.h>
#include <services/broker/brokerurl.h>

#include <librdkafka/rdkafka.h>

#include <memory>
#include <utility>
#include <vector>

namespace services::broker::kafka {

struct ListDeleter
{
    void operator()(rd_kafka_topic_partition_list_t *list) const
    {
        rd_kafka_topic_partition_list_destroy(list);
    }
};
using PartitionList = std::unique_ptr<rd_kafka_topic_partition_list_t, ListDeleter>;

struct EventDeleter
{
    void operator()(rd_kafka_event_t *event) const { rd_kafka_event_destroy(event); }
};
using ClientEvent = std::unique_ptr<rd_kafka_event_t, EventDeleter>;

inline PartitionList emptyList(int expected = 1)
{
    return PartitionList(rd_kafka_topic_partition_list_new(expected));
}

// What happened, as an error of ours: those of the network as Unavailable.
Error errorOf(rd_kafka_resp_err_t code, const QString &what);

// One client of librdkafka, whose own threads keep its connections; what has happened waits in a queue of
// events, which rings the bell (an eventfd) when there is something new. Used in one thread.
class Client
{
public:
    using Settings = std::vector<std::pair<const char *, QByteArray>>;

    static Result<std::unique_ptr<Client>> producer(const BrokerUrl &server, const QString &name, int bell);
    // For the group of this name.
    static Result<std::unique_ptr<Client>>
    consumer(const BrokerUrl &server, const QString &name, const QByteArray &group, int bell);
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    rd_kafka_t *handle() const { return m_handle; }
    // The next event, if there is one within the time.
    ClientEvent next(std::chrono::milliseconds limit = std::chrono::milliseconds(0));

private:
    static Result<std::unique_ptr<Client>> make(rd_kafka_type_t type,
                                                const BrokerUrl &server,
                                                const QString &name,
                                                const Settings &settings,
                                                int bell);
    explicit Client(rd_kafka_t *handle, bool consumes, int bell);

    rd_kafka_t *m_handle;
    rd_kafka_queue_t *m_queue;
};

} // namespace services::broker::kafka
