// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "message.h"

#include "link.h"

#include <QUuid>

#include <algorithm>
#include <span>

namespace services::broker::amqp {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::system_clock;

namespace {

constexpr qsizetype longestShort = 255; // bytes, of what AMQP calls a short string
constexpr int persistent = 2;

const amqp_field_value_t *header(const amqp_basic_properties_t &properties, const char *name)
{
    if ((properties._flags & AMQP_BASIC_HEADERS_FLAG) == 0)
        return nullptr;
    const std::span entries(properties.headers.entries,
                            static_cast<std::size_t>(properties.headers.num_entries));
    const auto found = std::ranges::find_if(entries, [name](const amqp_table_entry_t &entry) {
        return QByteArrayView(static_cast<const char *>(entry.key.bytes), qsizetype(entry.key.len)) == name;
    });
    return found != entries.end() ? &found->value : nullptr;
}

QByteArray textOf(const amqp_basic_properties_t &properties, const char *name)
{
    const auto *value = header(properties, name);
    const bool isText
        = value != nullptr && (value->kind == AMQP_FIELD_KIND_UTF8 || value->kind == AMQP_FIELD_KIND_BYTES);
    return isText ? copyOf(value->value.bytes) : QByteArray();
}

std::int64_t numberOf(const amqp_basic_properties_t &properties, const char *name)
{
    const auto *value = header(properties, name);
    return value != nullptr && value->kind == AMQP_FIELD_KIND_I64 ? value->value.i64 : 0;
}

QByteArray idOf(const amqp_basic_properties_t &properties)
{
    auto id = textOf(properties, "event-id");
    if (id.isEmpty() && (properties._flags & AMQP_BASIC_MESSAGE_ID_FLAG) != 0)
        id = copyOf(properties.message_id);
    return id.isEmpty() ? QUuid::createUuid().toByteArray(QUuid::WithoutBraces) : id;
}

} // namespace

Message Message::of(const amqp_message_t &message, amqp_bytes_t routingKey)
{
    const auto &properties = message.properties;
    Message read;
    read.event.id = idOf(properties);
    const auto topic = textOf(properties, "topic");
    read.event.topic.value = QString::fromUtf8(topic.isEmpty() ? copyOf(routingKey) : topic);
    read.event.key = textOf(properties, "event-key");
    read.event.payload = copyOf(message.body);
    const auto trace = model::telemetry::TraceContext::fromTraceparent(textOf(properties, "traceparent"));
    read.event.trace = trace.value_or(model::telemetry::TraceContext{});
    read.event.occurredAt = system_clock::time_point(microseconds(numberOf(properties, "occurred-at")));
    const auto publishedAt = numberOf(properties, "published-at");
    read.publishedAt = publishedAt != 0 ? system_clock::time_point(milliseconds(publishedAt))
                                        : std::chrono::floor<milliseconds>(system_clock::now());
    read.deadBecause = QString::fromUtf8(textOf(properties, "dead-because"));
    return read;
}

Properties::Properties(const Message &message, std::uint64_t serial)
    : m_id(message.event.id)
    , m_serial(QByteArray::number(qulonglong(serial)))
{
    const Event &event = message.event;
    add("event-id", AMQP_FIELD_KIND_BYTES, event.id);
    add("topic", AMQP_FIELD_KIND_UTF8, event.topic.value.toUtf8());
    add("event-key", AMQP_FIELD_KIND_BYTES, event.key);
    add("occurred-at", std::chrono::floor<microseconds>(event.occurredAt).time_since_epoch().count());
    add("published-at", std::chrono::floor<milliseconds>(message.publishedAt).time_since_epoch().count());
    if (event.trace.isValid())
        add("traceparent", AMQP_FIELD_KIND_UTF8, event.trace.toTraceparent());
    if (!message.deadBecause.isEmpty())
        add("dead-because", AMQP_FIELD_KIND_UTF8, message.deadBecause.toUtf8());
    m_properties.headers.entries = m_entries.data();
    m_properties.delivery_mode = persistent;
    m_properties.correlation_id = bytesOf(m_serial);
    m_properties._flags
        = AMQP_BASIC_HEADERS_FLAG | AMQP_BASIC_DELIVERY_MODE_FLAG | AMQP_BASIC_CORRELATION_ID_FLAG;
    if (m_id.size() <= longestShort) {
        m_properties.message_id = bytesOf(m_id);
        m_properties._flags |= AMQP_BASIC_MESSAGE_ID_FLAG;
    }
}

void Properties::add(const char *name, amqp_field_value_kind_t kind, const QByteArray &text)
{
    auto &entries = m_properties.headers.num_entries;
    auto &kept = m_texts.at(static_cast<std::size_t>(entries));
    kept = text;
    auto &entry = m_entries.at(static_cast<std::size_t>(entries));
    entry.key = amqp_cstring_bytes(name);
    entry.value.kind = static_cast<std::uint8_t>(kind);
    entry.value.value.bytes = bytesOf(kept);
    ++entries;
}

void Properties::add(const char *name, std::int64_t number)
{
    auto &entry = m_entries.at(static_cast<std::size_t>(m_properties.headers.num_entries));
    entry.key = amqp_cstring_bytes(name);
    entry.value.kind = AMQP_FIELD_KIND_I64;
    entry.value.value.i64 = number;
    ++m_properties.headers.num_entries;
}

std::uint64_t serialOf(const amqp_message_t &message)
{
    if ((message.properties._flags & AMQP_BASIC_CORRELATION_ID_FLAG) == 0)
        return 0;
    return copyOf(message.properties.correlation_id).toULongLong();
}

} // namespace services::broker::amqp
