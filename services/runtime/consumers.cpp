// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "consumers.h"

namespace services::runtime {

using model::system::CapabilityId;

Consumers::Consumers(broker::Broker &broker,
                     Dispatcher &dispatcher,
                     waiting::WaitScope &scope,
                     broker::Owner owner)
    : m_broker(broker)
    , m_dispatcher(dispatcher)
    , m_scope(scope)
    , m_owner(std::move(owner))
{
}

Consumers::~Consumers()
{
    unsubscribe();
}

void Consumers::subscribe(const model::system::Capability &capability)
{
    if (capability.consumes.empty())
        return;
    broker::Interest interest;
    interest.group = capability.id;
    for (const auto &consumption : capability.consumes)
        interest.topics.push_back(consumption.topic);
    interest.prefetch = capability.workers * 2; // one in work and one at hand for each worker
    interest.owner = m_owner;
    auto deliver = [this, consumer = capability.id](broker::Delivery delivery) {
        m_scope.spawn(handle(consumer, std::move(delivery)));
    };
    m_subscriptions.push_back(m_broker.subscribe(std::move(interest), &m_scope, std::move(deliver)));
}

void Consumers::pause()
{
    for (const auto subscription : m_subscriptions)
        m_broker.pause(subscription);
}

void Consumers::unsubscribe()
{
    for (const auto subscription : std::exchange(m_subscriptions, {}))
        m_broker.unsubscribe(subscription);
}

QCoro::Task<> Consumers::handle(CapabilityId consumer, broker::Delivery delivery)
{
    const auto tag = delivery.tag;
    ++m_inHand;
    const auto outcome = co_await m_dispatcher.deliver(std::move(consumer), std::move(delivery));
    --m_inHand;
    if (outcome)
        m_broker.ack(tag);
    else if (outcome.error().kind != Kind::Cancelled) // who has crashed says nothing any more
        m_broker.nack(tag, outcome.error());
}

} // namespace services::runtime
