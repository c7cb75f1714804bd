// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backingfaults.h"
#include "shedder.h"
#include "workslots.h"

#include <model/system/system.h>
#include <services/contract/component.h>
#include <services/faults/requestfaults.h>
#include <services/telemetry/recorder.h>

#include <unordered_map>

namespace services::runtime {

// How a request came in.
enum class Arrival
{
    Network, // over HTTP
    Doomed, // the same, and an injected fault will break its answer off
    Local, // from a capability of the same unit
};

// Where every request and message of an instance comes in, whatever brought it: admits it, lets it do its
// declared work in a worker slot, hands it to the component that serves it, and measures all of it.
// A fault of a capability's module strikes its requests when they are in, before they do any work.
// Owned by the instance, in its thread; outlives what it dispatches.
class Dispatcher
{
public:
    struct Options
    {
        int inFlightLimit = 256; // of all requests; from there on nobody from outside is let in any more
        std::chrono::milliseconds messageTimeout{30000}; // of handling one message
        Shedder *shedder = nullptr; // null: nobody is turned away before the limit
    };
    struct Means
    {
        WorkSlots &slots;
        faults::RequestFaults &faults;
        BackingFaults &backing;
        telemetry::Recorder &recorder;
    };
    Dispatcher(Options options, Means means);

    // What the component serves and consumes must be what the system's file declares; Internal if not.
    Result<void> add(const model::system::Capability &capability, const contract::Component &component);

    // Overloaded: too much is in flight, or waits, or load is shed. TimedOut: the deadline passed before the
    // work was done.
    // `causes`: words of the injected faults, with commas, for which the customer has come.
    QCoro::Task<Result<contract::Reply>>
    dispatch(contract::Request request, Arrival arrival, QByteArray causes = {});
    QCoro::Task<Result<void>> deliver(model::system::CapabilityId consumer, broker::Delivery delivery);

    int inFlight() const { return m_inFlight; } // requests only

private:
    class Admission;
    struct Operation
    {
        std::chrono::nanoseconds serviceTime;
        contract::Handler handler;
    };
    struct Listener
    {
        std::chrono::nanoseconds serviceTime;
        contract::EventHandler handler;
    };
    using TopicOf = std::pair<model::system::CapabilityId, model::system::TopicId>;

    Result<void> addRoutes(const model::system::Capability &capability, const contract::Component &component);
    Result<void> addSubscriptions(const model::system::Capability &capability,
                                  const contract::Component &component);
    QCoro::Task<Result<contract::Reply>> serve(contract::Request request, Arrival arrival);
    QCoro::Task<Result<contract::Reply>> perform(const Operation &operation, contract::Request request);
    QCoro::Task<Result<void>>
    handle(const Listener &listener, contract::Event event, contract::RequestContext context);

    Options m_options;
    WorkSlots &m_slots;
    faults::RequestFaults &m_faults;
    BackingFaults &m_backing;
    telemetry::Recorder &m_recorder;
    std::unordered_map<model::system::EndpointId, Operation> m_operations;
    std::map<TopicOf, Listener> m_listeners;
    int m_inFlight = 0;
};

} // namespace services::runtime
