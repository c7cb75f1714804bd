// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "logengine.h"

#include <services/broker/bell.h>
#include <services/broker/threadedbroker.h>
#include <services/waiting/waitscope.h>

#include <QCoroTask>

#include <atomic>

namespace services::broker::kafka {

// A Kafka as the broker. A topic is a topic there, with a key's events in one partition and those without a
// key in the first; each group is a consumer group of Kafka, whose member this broker is. What was confirmed
// survives what Kafka survives. Offsets are committed after the work, a moment later, so messages can come
// twice when anything ends: the consumer's inbox recognises them by their ids.
//
// The order of each key holds within a topic, not between topics, and not when a topic gets more partitions.
// Among competing consumers it is kept here, as are delays, counts, and setting aside of what nobody can
// handle (with the reason, in a topic of dead letters). A group joins in about three seconds, and a member
// whose program was killed is missed after six: until then nobody has its partitions.
//
// Its topics stay on the server until somebody removes them: their names begin with the fleet's. They are
// made by the server, with as many partitions as it gives by itself.
//
// All of the events of one publish() are stored in the order of each key, but not all or none: when it fails,
// some of them may be there, and come twice when they are published again.
class KafkaBroker final : public ThreadedBroker
{
public:
    struct Options
    {
        BrokerUrl server;
        QString name; // of the fleet on this server; the same one finds its messages again
        Patience patience;
        std::size_t rememberedIds = 16'384; // how many published ids are kept to recognise repeats
        Membership membership = Membership::Group;
    };

    // Connects, without blocking the scope's thread. Errors say where, and what to do: Unavailable when
    // nobody answers there within three seconds; Cancelled when the scope ends.
    static QCoro::Task<Result<std::shared_ptr<KafkaBroker>>> open(waiting::WaitScope &scope, Options options);
    ~KafkaBroker() override;

protected:
    Result<std::unique_ptr<Engine>> openEngine() override;
    void abandonOpening() override;

private:
    explicit KafkaBroker(Options options);

    Options m_options;
    Recollection m_recollection;
    Bell m_bell;
    std::atomic<bool> m_isUnwanted = false;
};

} // namespace services::broker::kafka
