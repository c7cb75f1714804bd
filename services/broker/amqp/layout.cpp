// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout.h"

#include <services/broker/topologytext.h>

#include <algorithm>
#include <thread>

namespace services::broker::amqp {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr amqp_channel_t asking = 1;
constexpr amqp_channel_t looking = 2;
constexpr std::int32_t unusedFor = 3'600'000; // ms
constexpr auto predecessor = 2s; // how long a consumer whose connection was cut may take to vanish
constexpr auto lookAgain = 5ms;

amqp_table_entry_t text(const char *name, const QByteArray &value)
{
    amqp_table_entry_t entry{};
    entry.key = amqp_cstring_bytes(name);
    entry.value.kind = AMQP_FIELD_KIND_UTF8;
    entry.value.value.bytes = bytesOf(value);
    return entry;
}

amqp_table_entry_t number(const char *name, std::int32_t value)
{
    amqp_table_entry_t entry{};
    entry.key = amqp_cstring_bytes(name);
    entry.value.kind = AMQP_FIELD_KIND_I32;
    entry.value.value.i32 = value;
    return entry;
}

} // namespace

Result<std::vector<TopicBinding>> Layout::open()
{
    if (auto opened = m_link.openChannel(asking); !opened)
        return failure(opened.error());
    amqp_tx_select(m_link.state(), asking);
    auto done = m_link.answered(u"The server keeps nothing"_s);
    if (done)
        done = declareExchange(m_names.exchange());
    if (done)
        done = declareExchange(m_names.deadExchange());
    if (!done)
        return failure(done.error());
    const auto kept = declareQueue(m_names.topology(), {number("x-max-length", 1)});
    if (!kept)
        return failure(kept.error());
    const auto found = look(m_names.topology(), kept->messages);
    if (!found)
        return failure(found.error());
    return found->empty() ? std::vector<TopicBinding>() : topologyOf(found->back().event.payload);
}

Result<Layout::Queue> Layout::declareQueues(const CapabilityId &group)
{
    const auto exchange = m_names.deadExchange();
    const auto key = m_names.deadKey(group);
    const std::vector<amqp_table_entry_t> dead{text("x-dead-letter-exchange", exchange),
                                               text("x-dead-letter-routing-key", key)};
    const auto giveUp = std::chrono::steady_clock::now() + predecessor;
    auto queue = declareQueue(m_names.queue(group), dead);
    while (queue && queue->consumers > 0 && std::chrono::steady_clock::now() < giveUp) {
        std::this_thread::sleep_for(lookAgain);
        queue = declareQueue(m_names.queue(group), dead);
    }
    if (!queue)
        return failure(queue.error());
    if (queue->consumers > 0)
        return failure(Kind::Conflict,
                       u"Somebody else consumes from the queue of %1: is this fleet running elsewhere?"_s.arg(
                           group.value));
    const auto all = declareQueue(m_names.deadQueue(group), {});
    if (!all)
        return failure(all.error());
    const auto latest = declareQueue(m_names.latestDeadQueue(group),
                                     {number("x-max-length", std::int32_t{DeadLetter::mostLatest})});
    if (!latest)
        return failure(latest.error());
    auto done = bindQueue(m_names.deadQueue(group), exchange, key);
    if (done)
        done = bindQueue(m_names.latestDeadQueue(group), exchange, key);
    if (!done)
        return failure(done.error());
    Queue declared{queue->messages, all->messages, {}};
    const auto letters = look(m_names.latestDeadQueue(group), latest->messages);
    if (!letters)
        return failure(letters.error());
    for (const Message &letter : *letters) {
        declared.latestDead.insert(
            declared.latestDead.begin(),
            DeadLetter{letter.event.topic, letter.event.key, letter.deadBecause, letter.publishedAt});
    }
    return declared;
}

Result<void> Layout::bind(const TopicId &topic, const CapabilityId &group)
{
    return bindQueue(m_names.queue(group), m_names.exchange(), m_names.routingKey(topic));
}

Result<void> Layout::unbind(const TopicId &topic, const CapabilityId &group)
{
    const auto queue = m_names.queue(group);
    const auto exchange = m_names.exchange();
    const auto key = m_names.routingKey(topic);
    amqp_queue_unbind(m_link.state(), asking, bytesOf(queue), bytesOf(exchange), bytesOf(key),
                      amqp_empty_table);
    return m_link.answered(u"A queue cannot be unbound from its topic"_s);
}

Result<void> Layout::removeQueues(const CapabilityId &group)
{
    auto done = removeQueue(m_names.queue(group));
    if (done)
        done = removeQueue(m_names.deadQueue(group));
    if (done)
        done = removeQueue(m_names.latestDeadQueue(group));
    return done;
}

Result<void> Layout::keep(const std::vector<TopicBinding> &topology)
{
    Message message;
    message.event.payload = textOf(topology);
    message.publishedAt = std::chrono::system_clock::now();
    const Properties properties(message, 0);
    const auto queue = m_names.topology();
    const int sent = amqp_basic_publish(m_link.state(), asking, amqp_empty_bytes, bytesOf(queue), 0, 0,
                                        &properties.get(), bytesOf(message.event.payload));
    if (sent != AMQP_STATUS_OK)
        return failure(Kind::Unavailable, u"Who reads what cannot be kept on the server"_s);
    amqp_tx_commit(m_link.state(), asking);
    return m_link.answered(u"Who reads what cannot be kept on the server"_s);
}

Result<void> Layout::removeAll(const std::vector<CapabilityId> &groups)
{
    Result<void> done;
    for (const CapabilityId &group : groups) {
        if (done)
            done = removeQueues(group);
    }
    if (done)
        done = removeQueue(m_names.topology());
    for (const QByteArray &exchange : {m_names.exchange(), m_names.deadExchange()}) {
        if (!done)
            break;
        amqp_exchange_delete(m_link.state(), asking, bytesOf(exchange), 0);
        done = m_link.answered(u"An exchange cannot be removed"_s);
    }
    return done;
}

Result<Layout::Counts> Layout::declareQueue(const QByteArray &name,
                                            const std::vector<amqp_table_entry_t> &arguments)
{
    auto all = arguments;
    if (m_isForOneRun)
        all.push_back(number("x-expires", unusedFor));
    const amqp_table_t table{static_cast<int>(all.size()), all.data()};
    const auto *declared = amqp_queue_declare(m_link.state(), asking, bytesOf(name), 0, 1, 0, 0, table);
    if (const auto answered = m_link.answered(u"The queue %1 cannot be made"_s.arg(QString::fromUtf8(name)));
        !answered)
        return failure(answered.error());
    const Counts counts{declared->message_count, declared->consumer_count};
    amqp_maybe_release_buffers_on_channel(m_link.state(), asking);
    return counts;
}

Result<void> Layout::declareExchange(const QByteArray &name)
{
    amqp_exchange_declare(m_link.state(), asking, bytesOf(name), amqp_cstring_bytes("direct"), 0, 1, 0, 0,
                          amqp_empty_table);
    return m_link.answered(u"The exchange %1 cannot be made"_s.arg(QString::fromUtf8(name)));
}

Result<void> Layout::bindQueue(const QByteArray &queue, const QByteArray &exchange, const QByteArray &key)
{
    amqp_queue_bind(m_link.state(), asking, bytesOf(queue), bytesOf(exchange), bytesOf(key),
                    amqp_empty_table);
    return m_link.answered(u"The queue %1 cannot be bound"_s.arg(QString::fromUtf8(queue)));
}

Result<void> Layout::removeQueue(const QByteArray &name)
{
    amqp_queue_delete(m_link.state(), asking, bytesOf(name), 0, 0);
    return m_link.answered(u"The queue %1 cannot be removed"_s.arg(QString::fromUtf8(name)));
}

// Closing the channel gives them back.
Result<std::vector<Message>> Layout::look(const QByteArray &queue, std::int64_t count)
{
    std::vector<Message> messages;
    if (count == 0)
        return messages;
    if (auto opened = m_link.openChannel(looking); !opened)
        return failure(opened.error());
    for (; count > 0; --count) {
        const auto got = amqp_basic_get(m_link.state(), looking, bytesOf(queue), 0);
        if (got.reply_type != AMQP_RESPONSE_NORMAL)
            return failure(Kind::Unavailable, u"The queue %1 cannot be read"_s.arg(QString::fromUtf8(queue)));
        if (got.reply.id != AMQP_BASIC_GET_OK_METHOD)
            break;
        amqp_message_t message;
        if (auto read = m_link.readMessage(looking, message); !read)
            return failure(read.error());
        messages.push_back(Message::of(message, {}));
        amqp_destroy_message(&message);
    }
    amqp_channel_close(m_link.state(), looking, AMQP_REPLY_SUCCESS);
    if (auto closed = m_link.answered(u"The queue %1 cannot be read"_s.arg(QString::fromUtf8(queue)));
        !closed)
        return failure(closed.error());
    return messages;
}

} // namespace services::broker::amqp
