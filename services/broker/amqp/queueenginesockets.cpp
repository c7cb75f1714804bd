// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queueengine.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>

namespace services::broker::amqp {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int framesATurn = 2'000; // so that commands do not wait for ever
constexpr std::chrono::milliseconds longestWait = 2s; // heartbeats have to be sent
constexpr auto confirmationLimit = 10s; // a server that is silent for so long is lost
constexpr auto lookInterval = 1s;
constexpr auto farewell = 150ms; // in which the last confirmations may come

} // namespace

std::optional<std::vector<Command>> QueueEngine::next(Inlet &inlet)
{
    wait(nextMoment());
    if (const auto received = read(); !received)
        lose(received.error());
    for (const auto &[id, backlog] : m_backlogs) {
        if (backlog.trouble())
            lose(*backlog.trouble());
    }
    if (m_loss)
        return std::nullopt;
    auto commands = inlet.take(Instant::min());
    m_hasMore = m_hasMore || inlet.hasCommands(); // the bell has rung for them already
    return commands;
}

Instant QueueEngine::nextMoment() const
{
    return std::min(Engine::nextMoment(), m_nextLook);
}

bool QueueEngine::wait(Instant until)
{
    const auto now = std::chrono::steady_clock::now();
    auto limit = std::chrono::milliseconds(0);
    if (!std::exchange(m_hasMore, false) && until > now)
        limit = std::min(longestWait, std::chrono::ceil<std::chrono::milliseconds>(until - now));
    std::array<pollfd, 3> sources{{{m_options.bell, POLLIN, 0},
                                   {m_publishing->socket(), POLLIN, 0},
                                   {m_consuming->socket(), POLLIN, 0}}};
    poll(sources.data(), sources.size(), static_cast<int>(limit.count()));
    std::uint64_t rings = 0;
    return (sources.front().revents & POLLIN) != 0 && ::read(m_options.bell, &rings, sizeof rings) > 0;
}

Result<void> QueueEngine::read()
{
    for (Link *link : {m_publishing.get(), m_consuming.get()}) {
        int left = framesATurn;
        while (left > 0) {
            const auto frame = link->arrived();
            if (!frame)
                return failure(frame.error());
            if (!*frame)
                break;
            auto handled = link == m_publishing.get() ? m_publisher.handle(**frame) : read(**frame);
            if (!handled)
                return handled;
            --left;
        }
        m_hasMore = m_hasMore || left == 0;
    }
    return {};
}

Result<void> QueueEngine::read(const amqp_frame_t &frame)
{
    if (frame.frame_type != AMQP_FRAME_METHOD)
        return {};
    switch (frame.payload.method.id) {
    case AMQP_BASIC_DELIVER_METHOD:
        return receive(frame);
    case AMQP_QUEUE_DECLARE_OK_METHOD:
        compare(frame);
        return {};
    case AMQP_BASIC_CANCEL_METHOD:
        if (!m_channels.contains(frame.channel))
            return {};
        return failure(Kind::Unavailable, u"A queue has been removed from RabbitMQ"_s);
    case AMQP_CHANNEL_CLOSE_METHOD:
    case AMQP_CONNECTION_CLOSE_METHOD:
        return failure(Kind::Unavailable, u"RabbitMQ has closed the connection"_s);
    default:
        return {};
    }
}

Result<void> QueueEngine::receive(const amqp_frame_t &frame)
{
    const auto deliver = *static_cast<const amqp_basic_deliver_t *>(frame.payload.method.decoded);
    const auto routingKey = copyOf(deliver.routing_key);
    const auto channel = frame.channel;
    amqp_message_t read;
    if (auto complete = m_consuming->readMessage(channel, read); !complete)
        return complete;
    auto message = Message::of(read, bytesOf(routingKey));
    amqp_destroy_message(&read);
    const auto id = m_channels.find(channel);
    if (id == m_channels.end()) // its group is gone
        return {};
    int redeliveries = 0;
    if (deliver.redelivered != 0) // of a run of the program before this one that is all that is known
        redeliveries
            = m_recollection.take(id->second, message.event.id).value_or(m_recollection.isComplete() ? 0 : 1);
    auto waiting = m_backlogs.at(id->second)
                       .hold(std::move(message), ++m_lastMessage, deliver.delivery_tag, redeliveries);
    group(id->second).add(std::move(waiting), std::chrono::steady_clock::now());
    return {};
}

void QueueEngine::write(Instant now)
{
    if (now >= m_nextLook)
        look(now);
    if (!m_publisher.isBlocked() && m_publisher.waitsSince() < now - confirmationLimit)
        lose({Kind::Unavailable, u"RabbitMQ has not confirmed a message for ten seconds"_s, {}});
}

// Asks how many messages lie in the queues, to hear of what others do there.
void QueueEngine::look(Instant now)
{
    m_nextLook = now + lookInterval;
    if (!m_publisher.isIdle())
        return;
    for (const auto &[channel, id] : m_channels) {
        const auto queue = m_names.queue(id);
        amqp_queue_declare_t question{};
        question.queue = bytesOf(queue);
        question.passive = 1;
        if (amqp_send_method(m_consuming->state(), channel, AMQP_QUEUE_DECLARE_METHOD, &question)
            != AMQP_STATUS_OK)
            return lose({Kind::Unavailable, u"The connection to RabbitMQ is lost"_s, {}});
        m_looks[channel] = m_published;
    }
}

// The answer comes behind the messages that had been sent before, and says nothing when we have published
// meanwhile.
void QueueEngine::compare(const amqp_frame_t &frame)
{
    const auto *answer = static_cast<const amqp_queue_declare_ok_t *>(frame.payload.method.decoded);
    const auto asked = m_looks.extract(frame.channel);
    const auto id = m_channels.find(frame.channel);
    if (asked && asked.mapped() == m_published && m_publisher.isIdle() && id != m_channels.end())
        m_backlogs.at(id->second).correct(answer->message_count);
}

void QueueEngine::lose(const Error &why)
{
    if (!m_loss)
        m_loss = why;
}

void QueueEngine::finish(bool isEnd)
{
    waitForConfirmations();
    remember();
    if (!m_loss) {
        if (isEnd && m_options.isForOneRun) {
            std::vector<CapabilityId> all;
            for (const auto &[id, backlog] : m_backlogs)
                all.push_back(id);
            m_layout.removeAll(all);
        }
        m_publishing->close();
        m_consuming->close();
    }
    m_publisher.abandon(
        {Kind::Unavailable,
         u"The connection to RabbitMQ ended before it confirmed this: it may have it, or not"_s,
         {}});
}

// So that dead letters are not there twice, and publishers hear of what has been stored.
void QueueEngine::waitForConfirmations()
{
    const auto limit = std::chrono::steady_clock::now() + farewell;
    while (!m_loss && !m_publisher.isIdle() && std::chrono::steady_clock::now() < limit) {
        wait(limit);
        if (const auto received = read(); !received)
            lose(received.error());
    }
}

void QueueEngine::remember()
{
    m_recollection.clear();
    for (const auto &[id, group] : groups()) {
        for (const auto &[message, deliveries] : group.delivered()) {
            if (const auto *event = m_backlogs.at(id).idOf(message))
                m_recollection.remember(id, *event, deliveries);
        }
    }
}

} // namespace services::broker::amqp
