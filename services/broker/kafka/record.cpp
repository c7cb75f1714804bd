// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "record.h"

namespace services::broker::kafka {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::system_clock;

namespace {

QByteArray headerOf(const rd_kafka_headers_t *headers, const char *name)
{
    const void *value = nullptr;
    std::size_t size = 0;
    if (headers == nullptr
        || rd_kafka_header_get_last(headers, name, &value, &size) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return {};
    return {static_cast<const char *>(value), static_cast<qsizetype>(size)};
}

void add(rd_kafka_headers_t *headers, const char *name, const QByteArray &value)
{
    rd_kafka_header_add(headers, name, -1, value.constData(), value.size());
}

} // namespace

Record Record::of(const rd_kafka_message_t &message, const TopicId &topic)
{
    rd_kafka_headers_t *headers = nullptr;
    if (rd_kafka_message_headers(&message, &headers) != RD_KAFKA_RESP_ERR_NO_ERROR)
        headers = nullptr;
    Record record;
    record.event.id = headerOf(headers, "event-id");
    if (record.event.id.isEmpty()) {
        record.event.id = QByteArray(rd_kafka_topic_name(message.rkt)) + '/'
            + QByteArray::number(message.partition) + '/' + QByteArray::number(qlonglong(message.offset));
    }
    const auto named = headerOf(headers, "topic");
    record.event.topic = named.isEmpty() ? topic : TopicId{QString::fromUtf8(named)};
    record.event.key = {static_cast<const char *>(message.key), static_cast<qsizetype>(message.key_len)};
    record.event.payload = {static_cast<const char *>(message.payload), static_cast<qsizetype>(message.len)};
    record.event.trace = model::telemetry::TraceContext::fromTraceparent(headerOf(headers, "traceparent"))
                             .value_or(model::telemetry::TraceContext{});
    record.event.occurredAt
        = system_clock::time_point(microseconds(headerOf(headers, "occurred-at").toLongLong()));
    record.publishedAt = system_clock::time_point(
        milliseconds(std::max<std::int64_t>(0, rd_kafka_message_timestamp(&message, nullptr))));
    record.onlyFor = headerOf(headers, "only-for");
    record.deadBecause = QString::fromUtf8(headerOf(headers, "dead-because"));
    return record;
}

rd_kafka_headers_t *Record::headers() const
{
    constexpr std::size_t most = 6;
    auto *headers = rd_kafka_headers_new(most);
    add(headers, "event-id", event.id);
    add(headers, "topic", event.topic.value.toUtf8());
    const auto occurredAt = std::chrono::floor<microseconds>(event.occurredAt).time_since_epoch().count();
    add(headers, "occurred-at", QByteArray::number(qlonglong(occurredAt)));
    if (event.trace.isValid())
        add(headers, "traceparent", event.trace.toTraceparent());
    if (!onlyFor.isEmpty())
        add(headers, "only-for", onlyFor);
    if (!deadBecause.isEmpty())
        add(headers, "dead-because", deadBecause.toUtf8());
    return headers;
}

} // namespace services::broker::kafka
