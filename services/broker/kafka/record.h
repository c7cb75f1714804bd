// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client.h"

namespace services::broker::kafka {

// A message as Kafka has it. The key is the event's, the timestamp says when it was published (milliseconds);
// the rest travels in headers: event-id, topic (Kafka's own names take few characters), occurred-at
// (microseconds of the calendar, in digits), traceparent, and, where they are meant, only-for (a group) and
// dead-because.
struct Record
{
    Event event;
    std::chrono::system_clock::time_point publishedAt;
    QByteArray onlyFor{};
    QString deadBecause{};

    // A message of another program is an event as well: with this topic, and with an id made of where it is.
    static Record of(const rd_kafka_message_t &message, const TopicId &topic);
    // Owned by who calls.
    rd_kafka_headers_t *headers() const;
};

} // namespace services::broker::kafka
