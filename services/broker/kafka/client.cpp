// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client.h"

namespace services::broker::kafka {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestReason = 512;
constexpr int events
    = RD_KAFKA_EVENT_DR | RD_KAFKA_EVENT_ERROR | RD_KAFKA_EVENT_REBALANCE | RD_KAFKA_EVENT_OFFSET_COMMIT;

} // namespace

Error errorOf(rd_kafka_resp_err_t code, const QString &what)
{
    const Kind kind = code == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE ? Kind::TooLarge
        : code == RD_KAFKA_RESP_ERR__QUEUE_FULL                    ? Kind::Overloaded
                                                                   : Kind::Unavailable;
    return {kind, u"%1: Kafka says \"%2\""_s.arg(what, QString::fromUtf8(rd_kafka_err2str(code))), {}};
}

Client::Client(rd_kafka_t *handle, bool consumes, int bell)
    : m_handle(handle)
{
    if (consumes)
        rd_kafka_poll_set_consumer(m_handle);
    m_queue = consumes ? rd_kafka_queue_get_consumer(m_handle) : rd_kafka_queue_get_main(m_handle);
    const std::uint64_t one = 1;
    if (bell >= 0)
        rd_kafka_queue_io_event_enable(m_queue, bell, &one, sizeof one);
}

Client::~Client()
{
    rd_kafka_queue_io_event_enable(m_queue, -1, nullptr, 0);
    rd_kafka_queue_destroy(m_queue);
    rd_kafka_purge(m_handle, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
    rd_kafka_destroy_flags(m_handle, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
}

ClientEvent Client::next(std::chrono::milliseconds limit)
{
    return ClientEvent(rd_kafka_queue_poll(m_queue, static_cast<int>(limit.count())));
}

Result<std::unique_ptr<Client>> Client::producer(const BrokerUrl &server, const QString &name, int bell)
{
    return make(RD_KAFKA_PRODUCER, server, name,
                {{"enable.idempotence", "true"}, // in order, whatever has to be sent again
                 {"linger.ms", "0"},
                 {"message.timeout.ms", "5000"},
                 {"queue.buffering.max.messages", "200000"},
                 {"message.max.bytes", "8000000"}},
                bell);
}

Result<std::unique_ptr<Client>>
Client::consumer(const BrokerUrl &server, const QString &name, const QByteArray &group, int bell)
{
    return make(RD_KAFKA_CONSUMER, server, name,
                {{"group.id", group},
                 {"enable.auto.commit", "false"},
                 {"enable.auto.offset.store", "false"},
                 {"auto.offset.reset", "earliest"},
                 {"session.timeout.ms", "6000"},
                 {"heartbeat.interval.ms", "2000"},
                 {"fetch.wait.max.ms", "50"},
                 {"fetch.error.backoff.ms", "50"},
                 {"queued.max.messages.kbytes", "16384"},
                 {"allow.auto.create.topics", "true"}},
                bell);
}

Result<std::unique_ptr<Client>> Client::make(
    rd_kafka_type_t type, const BrokerUrl &server, const QString &name, const Settings &settings, int bell)
{
    auto *conf = rd_kafka_conf_new();
    rd_kafka_conf_set_events(conf, events);
    std::array<char, longestReason> reason{};
    Settings all{{"bootstrap.servers", (server.host + u':' + QString::number(server.port)).toUtf8()},
                 {"client.id", name.toUtf8()},
                 {"socket.nagle.disable", "true"},
                 {"reconnect.backoff.ms", "50"},
                 {"reconnect.backoff.max.ms", "1000"},
                 {"topic.metadata.refresh.fast.interval.ms", "50"},
                 {"log_level", "0"}};
    all.insert(all.end(), settings.begin(), settings.end());
    for (const auto &[key, value] : all) {
        if (rd_kafka_conf_set(conf, key, value.constData(), reason.data(), reason.size())
            != RD_KAFKA_CONF_OK) {
            rd_kafka_conf_destroy(conf);
            return failure(Kind::Internal,
                           u"librdkafka does not take %1: %2"_s.arg(QString::fromUtf8(key),
                                                                    QString::fromUtf8(reason.data())));
        }
    }
    auto *handle = rd_kafka_new(type, conf, reason.data(), reason.size());
    if (handle == nullptr) {
        rd_kafka_conf_destroy(conf);
        return failure(Kind::Internal,
                       u"There is no client for Kafka: %1"_s.arg(QString::fromUtf8(reason.data())));
    }
    return std::unique_ptr<Client>(new Client(handle, type == RD_KAFKA_CONSUMER, bell));
}

} // namespace services::broker::kafka
