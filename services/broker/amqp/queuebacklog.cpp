// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queuebacklog.h"

#include <algorithm>

namespace services::broker::amqp {

using namespace Qt::StringLiterals;

namespace {

constexpr int lastWindow = 65'535; // what AMQP can count to
constexpr qsizetype mostBytes = qsizetype{64} * 1024 * 1024; // from which on the window does not grow

} // namespace

void QueueBacklog::attach(amqp_channel_t channel, std::int64_t depth)
{
    m_channel = channel;
    m_window = firstWindow;
    m_unknown = depth;
}

void QueueBacklog::detach()
{
    m_channel = 0;
    m_held.clear();
    m_heldTopics.clear();
    m_elsewhere.clear();
    m_bytes = 0;
    m_unknown = 0;
}

Waiting QueueBacklog::hold(Message message, std::int64_t number, std::uint64_t tag, int redeliveries)
{
    if (m_unknown > 0) // the oldest come first
        --m_unknown;
    else
        --m_elsewhere[message.event.topic];
    ++m_heldTopics[message.event.topic];
    m_bytes += message.event.payload.size();
    const Waiting waiting{number, message.event.key, message.publishedAt, redeliveries, message.event.topic};
    m_held.emplace(number, Held{std::move(message), tag});
    if (m_bytes > mostBytes && m_window > firstWindow)
        setWindow(std::max(firstWindow, static_cast<int>(m_held.size())));
    return waiting;
}

std::int64_t QueueBacklog::elsewhere() const
{
    std::int64_t messages = m_unknown;
    for (const auto &[topic, some] : m_elsewhere)
        messages += some;
    return messages;
}

void QueueBacklog::correct(std::int64_t elsewhere)
{
    const auto strange = elsewhere - this->elsewhere();
    if (strange == 0)
        return;
    if (m_unknown + strange >= 0) {
        m_unknown += strange; // somebody else has published here, or read
    } else {
        m_elsewhere.clear();
        m_unknown = elsewhere;
    }
}

const QByteArray *QueueBacklog::idOf(std::int64_t number) const
{
    const auto held = m_held.find(number);
    return held != m_held.end() ? &held->second.message.event.id : nullptr;
}

Result<std::vector<Waiting>> QueueBacklog::more()
{
    const bool isFull = static_cast<int>(m_held.size()) >= m_window && elsewhere() > 0;
    if (isFull && m_bytes < mostBytes && m_window < lastWindow)
        setWindow(std::min(2 * m_window, lastWindow));
    return std::vector<Waiting>(); // it arrives by itself
}

Result<std::optional<Event>> QueueBacklog::contents(std::int64_t message)
{
    const auto held = m_held.find(message);
    if (held == m_held.end())
        return std::optional<Event>();
    return std::optional(held->second.message.event);
}

void QueueBacklog::settle(const Waiting &message)
{
    if (const auto held = letGo(message.message))
        acknowledge(held->tag);
}

// It is acknowledged once its dead letter is safe: when the connection is lost in between, there may be two.
void QueueBacklog::bury(const Waiting &message, const QString &why)
{
    auto held = letGo(message.message);
    if (!held)
        return;
    held->message.deadBecause = why;
    const auto sent
        = m_ways.publisher->send(m_ways.deadExchange, m_ways.deadKey, true, held->message,
                                 [this, channel = m_channel, tag = held->tag](const Result<void> &stored) {
                                     if (stored && channel == m_channel)
                                         acknowledge(tag);
                                     else if (!stored)
                                         m_trouble = stored.error();
                                 });
    if (!sent)
        m_trouble = sent.error();
}

Backlog::Topics QueueBacklog::depths() const
{
    Topics depths = m_heldTopics;
    for (const auto &[topic, messages] : m_elsewhere) {
        if (messages > 0)
            depths[topic] += messages;
    }
    return depths;
}

void QueueBacklog::setWindow(int window)
{
    m_window = window;
    amqp_basic_qos_t size{0, static_cast<std::uint16_t>(window), 1};
    if (amqp_send_method(m_ways.link->state(), m_channel, AMQP_BASIC_QOS_METHOD, &size) != AMQP_STATUS_OK)
        m_trouble = Error{Kind::Unavailable, u"The connection to RabbitMQ is lost"_s, {}};
}

void QueueBacklog::acknowledge(std::uint64_t tag)
{
    if (amqp_basic_ack(m_ways.link->state(), m_channel, tag, 0) != AMQP_STATUS_OK)
        m_trouble = Error{Kind::Unavailable, u"The connection to RabbitMQ is lost"_s, {}};
}

std::optional<QueueBacklog::Held> QueueBacklog::letGo(std::int64_t number)
{
    auto held = m_held.extract(number);
    if (!held)
        return std::nullopt;
    const auto &event = held.mapped().message.event;
    m_bytes -= event.payload.size();
    const auto topic = m_heldTopics.find(event.topic);
    if (--topic->second == 0)
        m_heldTopics.erase(topic);
    return std::move(held.mapped());
}

} // namespace services::broker::amqp
