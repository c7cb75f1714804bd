// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchange.h"

#include <services/broker/topology.h>

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services::broker::embedded {

namespace {

Q_LOGGING_CATEGORY(logExchange, "faultline.broker", QtWarningMsg)

constexpr auto pauseAfterFailedWrite = 1s;

} // namespace

Exchange::Exchange(MessageStore store, Settings settings)
    : m_store(std::move(store))
    , m_settings(settings)
{
}

Result<void> Exchange::load(Instant now)
{
    const auto topology = m_store.topology();
    if (!topology)
        return failure(topology.error());
    route(*topology);
    const auto depths = m_store.depths();
    if (!depths)
        return failure(depths.error());
    for (const auto &depth : *depths)
        group(depth.group).load(depth, now);
    return {};
}

void Exchange::process(std::vector<Command> commands, Instant now)
{
    for (Command &command : commands)
        std::visit([&](auto &known) { handle(known, now); }, command);
    for (auto &[id, group] : m_groups)
        group.advance(now);
    write(now);
    for (auto &[id, group] : m_groups)
        group.deliver(now);
}

void Exchange::setDelay(std::chrono::nanoseconds delay)
{
    m_delay = delay;
    for (auto &[id, group] : m_groups)
        group.setDelay(delay);
}

void Exchange::confirm()
{
    for (auto &[mailbox, confirmation] : std::exchange(m_confirmations, {}))
        mailbox->put(std::move(confirmation));
}

Instant Exchange::nextMoment() const
{
    Instant next = Instant::max();
    bool hasUnwritten = false;
    for (const auto &[id, group] : m_groups) {
        next = std::min(next, group.nextMoment());
        hasUnwritten = hasUnwritten || group.hasUnwritten();
    }
    return hasUnwritten ? std::min(next, m_writeAgainAt) : next;
}

std::vector<Inlet::Sight> Exchange::queues() const
{
    std::vector<Inlet::Sight> sights;
    for (const auto &[id, group] : m_groups)
        sights.push_back(group.sight());
    return sights;
}

void Exchange::handle(Declare &declare, Instant /*now*/)
{
    auto set = setTopology(declare.topology);
    if (set)
        m_unbound.clear();
    m_confirmations.emplace_back(declare.mailbox, Confirmation{declare.ticket, std::move(set)});
}

void Exchange::handle(Publish &publish, Instant /*now*/)
{
    if (publish.only && !reads(m_topology, *publish.only, publish.events.front().topic)) {
        const auto nobody
            = failure(Kind::NotFound,
                      u"%1 does not read %2"_s.arg(publish.only->value, publish.events.front().topic.value));
        m_confirmations.emplace_back(publish.mailbox, Confirmation{publish.ticket, nobody});
        return;
    }
    if (auto bound = bindReadersOf(publish.events); bound)
        m_publishes.push_back(std::move(publish));
    else
        m_confirmations.emplace_back(publish.mailbox, Confirmation{publish.ticket, std::move(bound)});
}

void Exchange::handle(Subscribe &subscribe, Instant /*now*/)
{
    if (const auto bound = bind(subscribe.interest); !bound) {
        qCWarning(logExchange) << "Topics of" << subscribe.interest.group.value
                               << "not bound:" << bound.error().message;
        m_unbound.push_back(subscribe.interest);
    }
    auto &joined = group(subscribe.interest.group);
    joined.join(subscribe.subscription, subscribe.interest.prefetch, std::move(subscribe.mailbox));
    m_subscriptions.emplace(subscribe.subscription, &joined);
}

void Exchange::handle(Pause &pause, Instant /*now*/)
{
    if (auto *served = groupOf(pause.subscription))
        served->suspend(pause.subscription);
}

void Exchange::handle(Unsubscribe &unsubscribe, Instant now)
{
    if (auto *left = groupOf(unsubscribe.subscription))
        left->leave(unsubscribe.subscription, now);
    m_subscriptions.erase(unsubscribe.subscription);
}

void Exchange::handle(Acknowledge &acknowledge, Instant /*now*/)
{
    if (auto *served = groupOf(acknowledge.tag.subscription))
        return served->acknowledge(acknowledge.tag);
    for (auto &[id, group] : m_groups) // its subscription has ended: one of them knows the message, or none
        group.acknowledge(acknowledge.tag);
}

void Exchange::handle(Refuse &refuse, Instant now)
{
    if (auto *served = groupOf(refuse.tag.subscription))
        served->refuse(refuse.tag, refuse.why, now);
}

void Exchange::handle(Return &returned, Instant now)
{
    if (auto *served = groupOf(returned.tag.subscription))
        served->takeBack(returned.tag, now);
}

void Exchange::write(Instant now)
{
    if (!hasSomethingToWrite(now))
        return;
    auto stored = store();
    Result<void> outcome;
    if (!stored)
        outcome = failure(stored.error());
    for (const Publish &publish : std::exchange(m_publishes, {}))
        m_confirmations.emplace_back(publish.mailbox, Confirmation{publish.ticket, outcome});
    if (!stored) { // what was acknowledged stays in mind and is written later
        qCWarning(logExchange) << "Nothing can be stored:" << stored.error().message;
        m_writeAgainAt = now + pauseAfterFailedWrite;
        return;
    }
    for (auto &[id, group] : m_groups)
        group.written();
    for (auto &[group, waiting] : *stored)
        group->add(std::move(waiting), now);
}

bool Exchange::hasSomethingToWrite(Instant now) const
{
    if (!m_publishes.empty())
        return true;
    return now >= m_writeAgainAt
        && std::ranges::any_of(m_groups, [](const auto &group) { return group.second.hasUnwritten(); });
}

Result<Exchange::Stored> Exchange::store()
{
    Stored stored;
    QSet<QByteArray> ids;
    const auto written = m_store.inOneTransaction([&]() -> Result<void> {
        Result<void> done;
        for (auto publish = m_publishes.begin(); publish != m_publishes.end() && done; ++publish)
            done = store(*publish, stored, ids);
        for (auto group = m_groups.begin(); group != m_groups.end() && done; ++group)
            done = group->second.write();
        return done;
    });
    if (!written)
        return failure(written.error());
    remember(ids);
    return stored;
}

Result<void> Exchange::store(const Publish &publish, Stored &stored, QSet<QByteArray> &ids)
{
    for (const Event &event : publish.events) {
        if (m_ids.contains(event.id) || ids.contains(event.id))
            continue;
        ids.insert(event.id);
        for (ConsumerGroup *group : m_routes.value(event.topic)) {
            if (publish.only && group->id() != *publish.only)
                continue;
            auto added = m_store.add(group->id(), event);
            if (!added)
                return failure(added.error());
            stored.emplace_back(group, std::move(*added));
        }
    }
    return {};
}

void Exchange::remember(const QSet<QByteArray> &ids)
{
    for (const QByteArray &id : ids) {
        m_ids.insert(id);
        m_idsByAge.push_back(id);
    }
    while (m_idsByAge.size() > m_settings.rememberedIds) {
        m_ids.remove(m_idsByAge.front());
        m_idsByAge.pop_front();
    }
}

Result<void> Exchange::bind(const Interest &interest)
{
    const auto topology = withInterest(m_topology, interest);
    if (bindings(topology) == bindings(m_topology))
        return {};
    return setTopology(topology);
}

// Tries again what failed when they subscribed.
Result<void> Exchange::bindReadersOf(const std::vector<Event> &events)
{
    const auto reads = [&events](const Interest &interest) {
        return std::ranges::any_of(events, [&interest](const Event &event) {
            return std::ranges::find(interest.topics, event.topic) != interest.topics.end();
        });
    };
    for (auto unbound = m_unbound.begin(); unbound != m_unbound.end();) {
        if (!reads(*unbound)) {
            ++unbound;
            continue;
        }
        if (auto bound = bind(*unbound); !bound)
            return bound;
        unbound = m_unbound.erase(unbound);
    }
    return {};
}

Result<void> Exchange::setTopology(const std::vector<TopicBinding> &topology)
{
    if (auto set = m_store.setTopology(topology); !set)
        return set;
    route(topology);
    return {};
}

void Exchange::route(const std::vector<TopicBinding> &topology)
{
    for (auto known = m_groups.begin(); known != m_groups.end();) {
        auto &[id, group] = *known;
        const bool isNamed = names(topology, id);
        if (!isNamed)
            group.clear();
        known = isNamed || group.hasConsumers() ? std::next(known) : m_groups.erase(known);
    }
    m_routes.clear();
    for (const TopicBinding &binding : topology) {
        for (const CapabilityId &consumers : binding.groups)
            m_routes[binding.topic].push_back(&group(consumers));
    }
    m_topology = topology;
}

ConsumerGroup &Exchange::group(const CapabilityId &id)
{
    const auto [known, isNew] = m_groups.try_emplace(id, id, m_store, m_settings.patience);
    if (isNew)
        known->second.setDelay(m_delay);
    return known->second;
}

ConsumerGroup *Exchange::groupOf(SubscriptionId subscription)
{
    const auto found = m_subscriptions.find(subscription);
    return found != m_subscriptions.end() ? found->second : nullptr;
}

} // namespace services::broker::embedded
