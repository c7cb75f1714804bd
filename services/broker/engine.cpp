// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace services::broker {

namespace {

Q_LOGGING_CATEGORY(logEngine, "faultline.broker", QtWarningMsg)

} // namespace

Engine::Engine(const Patience &patience)
    : m_patience(patience)
{
}

Engine::~Engine() = default;

std::optional<std::vector<Command>> Engine::next(Inlet &inlet)
{
    return inlet.take(nextMoment());
}

void Engine::process(std::vector<Command> commands, Instant now)
{
    for (Command &command : commands)
        std::visit([&](auto &known) { handle(known, now); }, command);
    for (auto &[id, group] : m_groups)
        group.advance(now);
    write(now);
    serve(now);
    for (auto &[id, group] : m_groups)
        group.deliver(now);
}

// People look at what is written.
void Engine::serve(Instant now)
{
    for (auto &wanted : std::exchange(m_replays, {})) {
        const auto group = known(wanted.group);
        answer(std::move(wanted.mailbox), wanted.ticket,
               group ? replay(**group, wanted.letters, now) : Result<void>(failure(group.error())));
    }
    for (auto &wanted : std::exchange(m_looks, {})) {
        auto looked = look(wanted);
        answer(std::move(wanted.mailbox), wanted.ticket, std::move(looked));
    }
}

Result<void> Engine::look(Look &look)
{
    const auto group = known(look.what.group);
    if (!group)
        return failure(group.error());
    auto messages = peek(look.what);
    if (!messages)
        return failure(messages.error());
    for (auto &message : *messages)
        message.isInHand = (*group)->isInHand(message.number);
    *look.seen = std::move(*messages);
    return {};
}

Result<std::vector<PeekedMessage>> Engine::peek(const Peek & /*what*/)
{
    return failure(Kind::InvalidInput, u"This broker does not let anybody look into its queues"_s);
}

Result<void>
Engine::replay(ConsumerGroup & /*group*/, const std::vector<std::int64_t> & /*letters*/, Instant /*now*/)
{
    return failure(Kind::InvalidInput, u"This broker cannot put dead letters back"_s);
}

void Engine::setDelay(std::chrono::nanoseconds delay)
{
    m_delay = delay;
    for (auto &[id, group] : m_groups)
        group.setDelay(delay);
}

void Engine::confirm()
{
    for (auto &[mailbox, confirmation] : std::exchange(m_confirmations, {}))
        mailbox->put(std::move(confirmation));
}

Instant Engine::nextMoment() const
{
    Instant next = Instant::max();
    for (const auto &[id, group] : m_groups)
        next = std::min(next, group.nextMoment());
    return next;
}

std::vector<Inlet::Sight> Engine::queues() const
{
    std::vector<Inlet::Sight> sights;
    for (const auto &[id, group] : m_groups)
        sights.push_back(group.sight());
    return sights;
}

void Engine::answer(std::shared_ptr<Mailbox> mailbox, Ticket ticket, Result<void> outcome)
{
    m_confirmations.emplace_back(std::move(mailbox), Confirmation{ticket, std::move(outcome)});
}

void Engine::handle(Declare &declare, Instant /*now*/)
{
    auto set = replaceTopology(declare.topology);
    if (set)
        m_unbound.clear();
    answer(std::move(declare.mailbox), declare.ticket, std::move(set));
}

void Engine::handle(Publish &publish, Instant /*now*/)
{
    if (publish.only && !reads(m_topology, *publish.only, publish.events.front().topic)) {
        return answer(
            std::move(publish.mailbox), publish.ticket,
            failure(Kind::NotFound,
                    u"%1 does not read %2"_s.arg(publish.only->value, publish.events.front().topic.value)));
    }
    if (auto bound = bindReadersOf(publish.events); bound)
        this->publish(std::move(publish));
    else
        answer(std::move(publish.mailbox), publish.ticket, std::move(bound));
}

void Engine::handle(Subscribe &subscribe, Instant /*now*/)
{
    if (const auto bound = bind(subscribe.interest); !bound) {
        qCWarning(logEngine) << "Topics of" << subscribe.interest.group.value
                             << "not bound:" << bound.error().message;
        m_unbound.push_back(subscribe.interest);
    }
    auto &joined = group(subscribe.interest.group);
    joined.join(subscribe.subscription, subscribe.interest.prefetch, std::move(subscribe.mailbox));
    m_subscriptions.emplace(subscribe.subscription, &joined);
}

void Engine::handle(Pause &pause, Instant /*now*/)
{
    if (auto *served = groupOf(pause.subscription))
        served->suspend(pause.subscription);
}

void Engine::handle(Unsubscribe &unsubscribe, Instant now)
{
    if (auto *left = groupOf(unsubscribe.subscription))
        left->leave(unsubscribe.subscription, now);
    m_subscriptions.erase(unsubscribe.subscription);
}

void Engine::handle(Acknowledge &acknowledge, Instant /*now*/)
{
    if (auto *served = groupOf(acknowledge.tag.subscription))
        return served->acknowledge(acknowledge.tag);
    for (auto &[id, group] : m_groups) // its subscription has ended: one of them knows the message, or none
        group.acknowledge(acknowledge.tag);
}

void Engine::handle(Refuse &refuse, Instant now)
{
    if (auto *served = groupOf(refuse.tag.subscription))
        served->refuse(refuse.tag, refuse.why, now);
}

void Engine::handle(Return &returned, Instant now)
{
    if (auto *served = groupOf(returned.tag.subscription))
        served->takeBack(returned.tag, now);
}

void Engine::handle(Look &look, Instant /*now*/)
{
    m_looks.push_back(std::move(look));
}

void Engine::handle(Replay &replay, Instant /*now*/)
{
    m_replays.push_back(std::move(replay));
}

void Engine::handle(Redeliver &redeliver, Instant now)
{
    const auto group = known(redeliver.group);
    Result<void> done;
    if (!group)
        done = failure(group.error());
    else if (!(*group)->hurry(redeliver.message, now))
        done = failure(Kind::NotFound, u"This message is not there any more, or has not had its turn yet"_s);
    answer(std::move(redeliver.mailbox), redeliver.ticket, std::move(done));
}

Result<void> Engine::bind(const Interest &interest)
{
    const auto topology = withInterest(m_topology, interest);
    if (bindings(topology) == bindings(m_topology))
        return {};
    return replaceTopology(topology);
}

// Tries again what failed when they subscribed.
Result<void> Engine::bindReadersOf(const std::vector<Event> &events)
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

Result<void> Engine::replaceTopology(const std::vector<TopicBinding> &topology)
{
    if (auto set = setTopology(topology); !set)
        return set;
    route(topology);
    return {};
}

void Engine::route(const std::vector<TopicBinding> &topology)
{
    for (auto known = m_groups.begin(); known != m_groups.end();) {
        auto &[id, group] = *known;
        const bool isNamed = names(topology, id);
        if (!isNamed) {
            group.clear();
            cleared(id);
        }
        known = isNamed || group.hasConsumers() ? std::next(known) : m_groups.erase(known);
    }
    m_routes.clear();
    for (const TopicBinding &binding : topology) {
        for (const CapabilityId &consumers : binding.groups)
            m_routes[binding.topic].push_back(&group(consumers));
    }
    m_topology = topology;
}

ConsumerGroup &Engine::group(const CapabilityId &id)
{
    if (const auto known = m_groups.find(id); known != m_groups.end())
        return known->second;
    auto &made = m_groups.try_emplace(id, id, backlogOf(id), m_patience).first->second;
    made.setDelay(m_delay);
    return made;
}

ConsumerGroup *Engine::groupOf(SubscriptionId subscription)
{
    const auto found = m_subscriptions.find(subscription);
    return found != m_subscriptions.end() ? found->second : nullptr;
}

Result<ConsumerGroup *> Engine::known(const CapabilityId &group)
{
    const auto found = m_groups.find(group);
    if (found == m_groups.end())
        return failure(Kind::NotFound, u"Nobody consumes as %1"_s.arg(group.value), group.value);
    return &found->second;
}

} // namespace services::broker
