// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/broker/broker.h>

#include <amqp.h>
#include <amqp_framing.h>

#include <array>
#include <optional>

namespace services::broker::amqp {

// A message as it is on the server. What an event is besides its payload travels in headers: event-id, topic,
// event-key, occurred-at (microseconds of the calendar), published-at (milliseconds), traceparent; a dead
// letter has the reason too (dead-because). The id is also in the property message-id, for other programs to
// see, when it is short enough.
struct Message
{
    Event event;
    std::chrono::system_clock::time_point publishedAt;
    QString deadBecause;

    // A message of another program is an event as well: with a topic, which is its routing key, and with an
    // id of its own or a new one.
    static Message of(const amqp_message_t &message, amqp_bytes_t routingKey);
};

// The properties of a persistent message, for as long as librabbitmq reads them.
class Properties
{
public:
    explicit Properties(const Message &message, std::uint64_t serial);
    Properties(const Properties &) = delete;
    Properties &operator=(const Properties &) = delete;

    const amqp_basic_properties_t &get() const { return m_properties; }

private:
    void add(const char *name, amqp_field_value_kind_t kind, const QByteArray &text);
    void add(const char *name, std::int64_t number);

    static constexpr int most = 7;
    std::array<QByteArray, most> m_texts;
    std::array<amqp_table_entry_t, most> m_entries{};
    QByteArray m_id;
    QByteArray m_serial;
    amqp_basic_properties_t m_properties{};
};

// By which number a returned message was published; 0: not by us.
std::uint64_t serialOf(const amqp_message_t &message);

} // namespace services::broker::amqp
