// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "dispatcher.h"

#include <services/faults/processfaults.h>
#include <services/transport/httpresponder.h>
#include <services/transport/router.h>

namespace services::runtime {

// What an instance shows to the network: the endpoints of its capabilities, by way of the dispatcher, and two
// pieces of plumbing, which take no worker and are not measured: GET /health, that it lives, and GET /ready,
// that it can read its store too (503 with the store's own words, if not). Who shows the fleet's key sees all
// endpoints; to strangers there are only those which were opened for them. Owned by the instance, in its
// thread; each request runs as a task of the instance's scope.
class HttpDoor
{
public:
    struct Identity
    {
        model::system::UnitId unit;
        model::system::InstanceId instance;
        QByteArray fleetKey;
    };
    struct Means
    {
        Dispatcher &dispatcher;
        faults::ProcessFaults &faults;
        BackingFaults &backing;
        waiting::WaitScope &scope;
        waiting::Timers &timers;
    };
    HttpDoor(Identity identity, Means means);

    void open(const model::system::Capability &capability, bool forStrangers);
    void receive(transport::HttpRequest message, transport::HttpResponder responder);

private:
    QCoro::Task<> answer(transport::HttpRequest message, transport::HttpResponder responder);
    const transport::Router &routesFor(const transport::HttpRequest &message) const;
    transport::HttpResponse health() const;
    transport::HttpResponse readiness();

    Identity m_identity;
    Means m_means;
    transport::Router m_routes;
    transport::Router m_strangersRoutes;
};

} // namespace services::runtime
