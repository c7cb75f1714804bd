// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lifeline.h"

#include <services/broker/bell.h>
#include <services/broker/brokerurl.h>
#include <services/broker/recollection.h>
#include <services/broker/threadedbroker.h>
#include <services/waiting/waitscope.h>

#include <QCoroTask>

namespace services::broker::amqp {

// A RabbitMQ server as the broker. Each group has a durable queue there, bound to its topics, and messages
// are persistent: what was confirmed survives the death of the server and of this process. When the
// connection is lost it is made again, at first after 50 ms and later every two seconds; until then
// publishing fails. What the server does not do itself is done here, as with the embedded broker: the order
// of each key among competing consumers, delays, counts, and setting aside of what nobody can handle (with
// the reason, through a dead-letter exchange). So only one program at a time can have a fleet's queues.
//
// RabbitMQ closes a channel on which a message stays unacknowledged for half an hour, as those which wait
// here for a consumer who is away: the broker then connects anew, and nothing is lost.
//
// All of the events of one publish() are stored in order, but not all or none: when it fails, some of them
// may be there, and come twice when they are published again.
class AmqpBroker final : public ThreadedBroker
{
public:
    struct Options
    {
        BrokerUrl server;
        QString name; // of the fleet on this server; the same one finds its messages again
        Patience patience;
        std::size_t rememberedIds = 16'384; // how many published ids are kept to recognise repeats
        bool isForOneRun
            = false; // stop() removes its queues; the server does, if they are not used for an hour
    };

    // Connects, without blocking the scope's thread, and takes over the queues that are there. Errors say
    // where, and what to do, and never the password: Refused or TimedOut when nobody answers there,
    // Unauthenticated, NotFound for the host, Conflict when the queues are somebody else's; Cancelled when
    // the scope ends.
    static QCoro::Task<Result<std::shared_ptr<AmqpBroker>>> open(waiting::WaitScope &scope, Options options);
    ~AmqpBroker() override;

protected:
    Result<std::unique_ptr<Engine>> openEngine() override;
    void cut() override;

private:
    explicit AmqpBroker(Options options);

    Options m_options;
    Recollection m_recollection;
    std::shared_ptr<Lifeline> m_lifeline = std::make_shared<Lifeline>();
    Bell m_bell;
};

} // namespace services::broker::amqp
