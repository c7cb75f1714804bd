// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "consumergroup.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace services::broker {

namespace {

Q_LOGGING_CATEGORY(logGroup, "faultline.broker", QtWarningMsg)

constexpr auto pauseAfterFailure = 1s;

} // namespace

ConsumerGroup::ConsumerGroup(CapabilityId id, Backlog &backlog, const Patience &patience)
    : m_id(std::move(id))
    , m_backlog(backlog)
    , m_patience(patience)
{
}

void ConsumerGroup::setDead(std::int64_t letters, std::vector<DeadLetter> latest)
{
    m_deadLetters = letters;
    m_latestDead = std::move(latest);
}

void ConsumerGroup::add(Waiting waiting, Instant now)
{
    m_queue.add(std::move(waiting), m_delay.count() > 0 ? now + m_delay : Instant::min());
}

void ConsumerGroup::setDelay(std::chrono::nanoseconds delay)
{
    if (delay < std::exchange(m_delay, delay))
        m_queue.hurry();
}

void ConsumerGroup::clear()
{
    m_queue = {};
    m_deadLetters = 0;
    m_latestDead.clear();
    for (Consumer &consumer : m_consumers)
        consumer.inFlight = 0;
}

void ConsumerGroup::join(SubscriptionId subscription, int prefetch, std::shared_ptr<Mailbox> mailbox)
{
    m_consumers.push_back({subscription, std::max(prefetch, 1), std::move(mailbox)});
}

void ConsumerGroup::suspend(SubscriptionId subscription)
{
    const auto consumer = std::ranges::find(m_consumers, subscription, &Consumer::subscription);
    if (consumer != m_consumers.end())
        consumer->prefetch = 0;
}

void ConsumerGroup::leave(SubscriptionId subscription, Instant now)
{
    for (const auto message : m_queue.heldBy(subscription))
        giveBack(message, now);
    std::erase_if(m_consumers,
                  [=](const Consumer &consumer) { return consumer.subscription == subscription; });
}

void ConsumerGroup::acknowledge(DeliveryTag tag)
{
    if (!m_queue.contains(tag.message))
        return;
    const auto holder = m_queue.holder(tag.message);
    if (holder == tag.subscription || holder == SubscriptionId::None)
        settle(tag.message);
}

void ConsumerGroup::refuse(DeliveryTag tag, const Error &why, Instant now)
{
    const auto message = tag.message;
    if (!m_queue.contains(message) || m_queue.holder(message) != tag.subscription)
        return;
    if (!mayPass(why.kind) && m_queue.countBlame(message) >= m_patience.most(why.kind))
        bury(message, why);
    else
        giveBack(message, now + m_delay + m_patience.delayAfter(m_queue.countRefusal(message)));
}

void ConsumerGroup::takeBack(DeliveryTag tag, Instant now)
{
    if (m_queue.contains(tag.message) && m_queue.holder(tag.message) == tag.subscription)
        giveBack(tag.message, now);
}

bool ConsumerGroup::hurry(std::int64_t message, Instant now)
{
    if (isInHand(message)) {
        giveBack(message, now);
        return true;
    }
    return m_queue.contains(message) && m_queue.hurry(message, now);
}

bool ConsumerGroup::isInHand(std::int64_t message) const
{
    return m_queue.contains(message) && m_queue.holder(message) != SubscriptionId::None;
}

void ConsumerGroup::advance(Instant now)
{
    for (const auto message : m_queue.advance(now))
        giveBack(message, now);
    m_queue.advance(now);
}

void ConsumerGroup::deliver(Instant now)
{
    while (Consumer *consumer = idlest()) {
        const auto message = nextReady(now);
        if (!message)
            return;
        handOut(*message, *consumer, now);
    }
}

Instant ConsumerGroup::nextMoment() const
{
    const bool isPaused = m_pausedUntil != Instant::min() && hasConsumers();
    return isPaused ? std::min(m_pausedUntil, m_queue.nextMoment()) : m_queue.nextMoment();
}

Inlet::Sight ConsumerGroup::sight() const
{
    Inlet::Sight sight;
    sight.status.group = m_id;
    sight.status.topics = m_backlog.depths();
    sight.status.depth = m_backlog.unknownDepth();
    for (const auto &[topic, messages] : sight.status.topics)
        sight.status.depth += messages;
    sight.status.inFlight = m_queue.inFlight();
    sight.status.consumers = static_cast<int>(m_consumers.size());
    sight.status.redelivered = m_redelivered;
    sight.status.deadLetters = m_deadLetters;
    sight.status.latestDead = m_latestDead;
    sight.oldest = m_queue.oldest().value_or(std::chrono::system_clock::time_point::max());
    return sight;
}

// Who has the least in hand; of several, who has waited longest.
ConsumerGroup::Consumer *ConsumerGroup::idlest()
{
    Consumer *idlest = nullptr;
    for (Consumer &consumer : m_consumers) {
        const auto rank = std::pair(consumer.inFlight, consumer.lastTurn);
        if (consumer.inFlight < consumer.prefetch
            && (idlest == nullptr || rank < std::pair(idlest->inFlight, idlest->lastTurn)))
            idlest = &consumer;
    }
    return idlest;
}

void ConsumerGroup::giveBack(std::int64_t message, Instant when)
{
    release(message);
    m_queue.giveBack(message, when);
    m_backlog.countRedelivery(m_queue.waiting(message));
    ++m_redelivered;
}

void ConsumerGroup::settle(std::int64_t message)
{
    release(message);
    m_backlog.settle(m_queue.waiting(message));
    m_queue.settle(message);
}

void ConsumerGroup::bury(std::int64_t message, const Error &why)
{
    qCWarning(logGroup) << "A message to" << m_id.value << "is set aside as a dead letter:" << why.message;
    const Waiting &dead = m_queue.waiting(message);
    m_latestDead.insert(m_latestDead.begin(),
                        DeadLetter{dead.topic, dead.key, why.message, dead.publishedAt});
    if (m_latestDead.size() > DeadLetter::mostLatest)
        m_latestDead.pop_back();
    release(message);
    m_backlog.bury(dead, why.message);
    m_queue.settle(message);
    ++m_deadLetters;
}

void ConsumerGroup::release(std::int64_t message)
{
    const auto holder = m_queue.holder(message);
    const auto consumer = std::ranges::find(m_consumers, holder, &Consumer::subscription);
    if (consumer != m_consumers.end())
        --consumer->inFlight;
}

std::optional<std::int64_t> ConsumerGroup::nextReady(Instant now)
{
    if (now < m_pausedUntil)
        return std::nullopt;
    m_pausedUntil = Instant::min();
    while (!m_queue.ready()) {
        const auto known = m_queue.size();
        fill(now);
        if (m_queue.size() == known)
            return std::nullopt;
    }
    return m_queue.ready();
}

void ConsumerGroup::fill(Instant now)
{
    auto more = m_backlog.more();
    if (!more)
        return pause(more.error(), now);
    for (Waiting &waiting : *more)
        m_queue.add(std::move(waiting));
}

void ConsumerGroup::handOut(std::int64_t message, Consumer &consumer, Instant now)
{
    auto event = m_backlog.contents(message);
    if (!event)
        return pause(event.error(), now);
    if (!*event) { // removed behind our back: there is nothing left to deliver
        qCWarning(logGroup) << "A message of" << m_id.value << "has vanished from the store:" << message;
        return settle(message);
    }
    m_queue.handOut(message, consumer.subscription, now + m_patience.visibility);
    ++consumer.inFlight;
    consumer.lastTurn = ++m_turns;
    const DeliveryTag tag{consumer.subscription, message};
    consumer.mailbox->put(
        Delivery{tag, std::move(**event), m_queue.redeliveries(message), m_delay.count() > 0});
}

void ConsumerGroup::pause(const Error &error, Instant now)
{
    qCWarning(logGroup) << "Delivery to" << m_id.value << "pauses:" << error.message;
    m_pausedUntil = now + pauseAfterFailure;
}

} // namespace services::broker
