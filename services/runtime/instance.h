// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "balancer.h"
#include "consumers.h"
#include "directpublisher.h"
#include "dispatcher.h"
#include "endorder.h"
#include "fleettelemetry.h"
#include "httpdoor.h"
#include "instanceplan.h"
#include "switchedevents.h"
#include "wiring.h"

#include <services/broker/outboxrelay.h>
#include <services/faults/requestfaults.h>
#include <services/transport/httpserver.h>
#include <services/waiting/looptimers.h>

#include <optional>

namespace services::runtime {

// A running copy of a unit: its database, the components of its capabilities, their wiring to each other and
// to the world, and its HTTP endpoint. Made, used and destroyed in one thread with an event loop; knows
// nothing of other threads. It is open from open() until close() is done, or until crash().
class Instance
{
public:
    explicit Instance(InstancePlan plan);
    ~Instance();
    Instance(const Instance &) = delete;
    Instance &operator=(const Instance &) = delete;

    // Answers the port that it listens on. An order that it is unwanted cuts this short, one that it has
    // crashed ends all writing at any later moment. After an error it can only be destroyed.
    Result<quint16> open(const EndOrder &order);
    // A crash as everyone sees it: connections are reset, nothing more is written, every coroutine unwinds.
    // Not to be called from inside one of them.
    void crash();
    // Takes nothing new, finishes what it has and publishes its outbox, then tells; what is not done when the
    // time is over is cut off.
    void close(std::chrono::milliseconds limit, std::function<void()> closed);
    InstanceReport report();
    // The faults in force have changed.
    void lookAtFaults();
    // Called from the event loop when a fault has killed it from inside, as crash() would; it is to be left.
    void onPerished(std::function<void(Error)> action) { m_perished = std::move(action); }

private:
    const FleetPlan &fleetPlan() const { return m_plan.fleet->plan; }

    Result<void> openStore(const EndOrder &order);
    bool isForStrangers(const model::system::Capability &capability) const;
    Result<void> makeComponents();
    Result<quint16> listen();
    void listenUnlessRefused();
    void perish();
    void closeWhenQuiet(Instant limit, std::function<void()> closed);
    bool isQuiet();
    void end();
    int outboxDepth();

    InstancePlan m_plan;
    contract::SystemClock m_clock;
    waiting::LoopTimers m_timers;
    waiting::WaitScope m_scope;
    faults::Exposure m_exposure;
    telemetry::Recorder m_recorder;
    transport::HttpClient m_client;
    Outliers m_outliers;
    Balancer m_balancer;
    WorkSlots m_slots;
    Shedder m_shedder;
    faults::RequestFaults m_requestFaults;
    BackingFaults m_backingFaults;
    faults::ProcessFaults m_processFaults;
    Dispatcher m_dispatcher;
    Wiring m_wiring;
    HttpDoor m_door;
    std::unique_ptr<storage::Database> m_database;
    std::optional<storage::Outbox> m_outbox;
    std::optional<storage::Inbox> m_inbox;
    std::optional<DirectPublisher> m_direct;
    std::optional<SwitchedSink> m_events; // the outbox, or past it
    std::optional<SwitchedMemory> m_memory; // the inbox, or past it
    std::optional<broker::OutboxRelay> m_relay;
    std::vector<std::unique_ptr<contract::Caller>> m_callers;
    std::vector<std::unique_ptr<contract::Component>> m_components;
    std::optional<Consumers> m_consumers;
    std::unique_ptr<transport::HttpServer> m_server;
    quint16 m_port = 0;
    int m_outboxDepth = 0; // when it was last known
    bool m_isClosing = false;
    std::function<void(Error)> m_perished;
};

} // namespace services::runtime
