// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logs.h"

#include <algorithm>
#include <thread>

namespace services::broker::kafka {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds answerLimit = 3s;
constexpr auto askAgain = 10ms;
constexpr int greeting = 100; // ms, of one question

int left(std::chrono::steady_clock::time_point end)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    return static_cast<int>(std::max<std::int64_t>(1, left.count()));
}

} // namespace

Result<void> Logs::greet(const std::atomic<bool> &unwanted)
{
    const auto end = std::chrono::steady_clock::now() + answerLimit;
    auto answer = RD_KAFKA_RESP_ERR__TIMED_OUT;
    while (!unwanted && std::chrono::steady_clock::now() < end) {
        const rd_kafka_metadata_t *metadata = nullptr;
        answer = rd_kafka_metadata(m_client.handle(), 0, nullptr, &metadata, greeting);
        if (answer == RD_KAFKA_RESP_ERR_NO_ERROR) {
            rd_kafka_metadata_destroy(metadata);
            return {};
        }
    }
    return failure(Kind::Unavailable,
                   u"No Kafka answers at %1 (%2): start it there, or choose another broker"_s.arg(
                       m_server.shown(), QString::fromUtf8(rd_kafka_err2str(answer))));
}

Result<int> Logs::partitions(const QByteArray &log)
{
    if (const auto known = m_partitions.find(log); known != m_partitions.end())
        return known->second;
    const auto end = std::chrono::steady_clock::now() + answerLimit;
    auto *topic = rd_kafka_topic_new(m_client.handle(), log.constData(), nullptr);
    int count = 0;
    auto answer = RD_KAFKA_RESP_ERR_NO_ERROR;
    while (count == 0 && std::chrono::steady_clock::now() < end) {
        const rd_kafka_metadata_t *metadata = nullptr;
        answer = rd_kafka_metadata(m_client.handle(), 0, topic, &metadata, left(end));
        if (answer == RD_KAFKA_RESP_ERR_NO_ERROR) {
            if (metadata->topic_cnt > 0) {
                answer = metadata->topics[0].err;
                count = answer == RD_KAFKA_RESP_ERR_NO_ERROR ? metadata->topics[0].partition_cnt : 0;
            }
            rd_kafka_metadata_destroy(metadata);
        }
        if (count == 0) // it is being made
            std::this_thread::sleep_for(askAgain);
    }
    rd_kafka_topic_destroy(topic);
    if (count == 0)
        return failure(errorOf(
            answer, u"Make the topic %1, or let Kafka make topics by itself"_s.arg(QString::fromUtf8(log))));
    m_partitions.emplace(log, count);
    return count;
}

Result<Logs::Ends>
Logs::ends(Client &client, const QByteArray &log, std::int32_t partition, std::chrono::milliseconds limit)
{
    Ends ends;
    const auto answer
        = rd_kafka_query_watermark_offsets(client.handle(), log.constData(), partition, &ends.first,
                                           &ends.next, static_cast<int>(limit.count()));
    if (answer == RD_KAFKA_RESP_ERR_NO_ERROR)
        return ends;
    return failure(errorOf(answer, u"How much there is in %1 cannot be told"_s.arg(QString::fromUtf8(log))));
}

Result<std::vector<Record>> Logs::last(const QByteArray &log, std::int64_t count)
{
    std::vector<Record> records;
    if (const auto made = partitions(log); !made)
        return failure(made.error());
    const auto there = ends(m_client, log, 0);
    if (!there)
        return failure(there.error());
    count = std::min(count, there->next - there->first);
    if (count == 0)
        return records;
    auto reader = Client::consumer(m_server, m_name, log + ".reader", -1);
    if (!reader)
        return failure(reader.error());
    const auto ends = this->ends(**reader, log, 0);
    if (!ends)
        return failure(ends.error());
    const auto list = emptyList();
    rd_kafka_topic_partition_list_add(list.get(), log.constData(), 0)->offset = ends->next - count;
    rd_kafka_assign((*reader)->handle(), list.get());
    const auto end = std::chrono::steady_clock::now() + answerLimit;
    while (std::int64_t(records.size()) < count && std::chrono::steady_clock::now() < end) {
        const auto event = (*reader)->next(std::chrono::milliseconds(left(end)));
        if (!event || rd_kafka_event_type(event.get()) != RD_KAFKA_EVENT_FETCH)
            continue;
        while (const auto *message = rd_kafka_event_message_next(event.get())) {
            if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR)
                records.push_back(Record::of(*message, {}));
        }
    }
    return records;
}

} // namespace services::broker::kafka
