// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dispatcher.h"

#include <services/broker/broker.h>

namespace services::runtime {

// What an instance's capabilities hear from the broker: takes messages in, lets the dispatcher handle each,
// and acknowledges it, or asks for it again after an error. Owned by the instance, in its thread.
class Consumers
{
public:
    Consumers(broker::Broker &broker, Dispatcher &dispatcher, waiting::WaitScope &scope, broker::Owner owner);
    ~Consumers();
    Consumers(const Consumers &) = delete;
    Consumers &operator=(const Consumers &) = delete;

    void subscribe(const model::system::Capability &capability);
    // Nothing new from now on; what is in hand is finished and acknowledged.
    void pause();
    // Nothing new from now on; what is in hand and not acknowledged goes to others.
    void unsubscribe();
    int inHand() const { return m_inHand; } // messages which are being handled

private:
    QCoro::Task<> handle(model::system::CapabilityId consumer, broker::Delivery delivery);

    broker::Broker &m_broker;
    Dispatcher &m_dispatcher;
    waiting::WaitScope &m_scope;
    broker::Owner m_owner;
    std::vector<broker::SubscriptionId> m_subscriptions;
    int m_inHand = 0;
};

} // namespace services::runtime
