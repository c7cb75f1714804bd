// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "brokerurl.h"
#include "patience.h"

#include <services/broker/broker.h>
#include <services/waiting/waitscope.h>

#include <QCoroTask>
#include <QStringList>

#include <memory>

namespace services::broker {

// Which broker a fleet is to have. A value.
struct BrokerOrder
{
    BrokerUrl url;
    QString file; // of the embedded one
    QString name; // of the fleet on a server: the same one finds its messages again, no other fleet has it
    bool isForOneRun = false; // what RabbitMQ has of it is removed in the end; the topics of Kafka stay
    Patience patience{};
};

// Opens it, in the thread of the scope and without blocking it. Errors name the file or the server and say
// what to do: those of storage; Refused, TimedOut, Unauthenticated, NotFound or Conflict of a server;
// InvalidInput when this build has no client for it; Cancelled when the scope ends.
QCoro::Task<model::result::Result<std::shared_ptr<Broker>>> makeBroker(waiting::WaitScope &scope,
                                                                       BrokerOrder order);

// Whether this build has a client for it.
bool isInBuild(EngineKind kind);
// What this build has, as people call it: "embedded", "RabbitMQ".
QStringList enginesInBuild();

} // namespace services::broker
