// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

// clang-format off: the second one needs the first
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
// clang-format on

namespace tests::broker {

// The Kafka protocol mock of librdkafka: one server that listens on loopback and speaks Kafka, in this
// process. It is no Kafka: it keeps nothing on disk, does not suppress duplicates, does not isolate
// transactions.
class KafkaMock
{
public:
    KafkaMock()
    {
        auto *conf = rd_kafka_conf_new();
        rd_kafka_conf_set(conf, "log_level", "0", nullptr, 0);
        rd_kafka_conf_set(conf, "socket.nagle.disable", "true", nullptr, 0); // its answers come at once
        m_handle = rd_kafka_new(RD_KAFKA_PRODUCER, conf, nullptr, 0);
        m_cluster = rd_kafka_mock_cluster_new(m_handle, 1);
    }
    ~KafkaMock()
    {
        rd_kafka_mock_cluster_destroy(m_cluster);
        rd_kafka_destroy(m_handle);
    }
    KafkaMock(const KafkaMock &) = delete;
    KafkaMock &operator=(const KafkaMock &) = delete;

    QString url() const
    {
        return QStringLiteral("kafka://") + QString::fromUtf8(rd_kafka_mock_cluster_bootstraps(m_cluster));
    }
    void goDown() { rd_kafka_mock_broker_set_down(m_cluster, 1); }
    void comeUp() { rd_kafka_mock_broker_set_up(m_cluster, 1); }

private:
    rd_kafka_t *m_handle;
    rd_kafka_mock_cluster_t *m_cluster;
};

} // namespace tests::broker
