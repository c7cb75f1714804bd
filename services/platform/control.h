// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "endpointsender.h"
#include "fleetwatch.h"
#include "logmemory.h"
#include "platform.h"
#include "tracememory.h"

#include <services/experiment/auditor.h>
#include <services/experiment/scenariorunner.h>
#include <services/transport/httpclient.h>
#include <services/waiting/looptimers.h>

namespace services::platform {

// The platform's side in the control thread: owns the fleets, their shoppers, and the one scenario that may
// be played. Made, used and destroyed in that thread.
class Platform::Control : public QObject
{
    Q_OBJECT
public:
    // Where what happened is remembered, for readers in other threads.
    struct Memories
    {
        std::shared_ptr<TraceMemory> traces;
        std::shared_ptr<LogMemory> logs;
    };
    Control(PlatformOptions options,
            std::shared_ptr<const assembly::ComponentFactory> factory,
            Memories memories,
            QThreadPool &readings);
    ~Control() override;

    QCoro::Task<Result<void>> start();
    QCoro::Task<Result<void>> stop();
    QCoro::Task<Result<void>> crash(Place place);
    QCoro::Task<Result<void>> restart(Place place);
    QCoro::Task<Result<void>> scale(Place place, int instances);
    QCoro::Task<Result<void>> setAutoscaling(Place place,
                                             std::optional<model::operation::Autoscaling> settings);
    QCoro::Task<Result<void>> inject(model::operation::Fault fault);
    QCoro::Task<Result<void>> lift(model::operation::Fault fault);
    QCoro::Task<Result<void>> liftAll(model::system::PackagingId fleet);
    QCoro::Task<Result<void>> setShoppersPerSecond(double rate);
    QCoro::Task<Result<void>> setPolicies(model::system::PackagingId fleet,
                                          model::operation::PolicyChange change);
    QCoro::Task<Result<void>>
    setSafeguard(model::system::PackagingId fleet, model::operation::Safeguard safeguard, bool on);
    QCoro::Task<Result<EndpointAnswer>> send(EndpointCall call);
    QCoro::Task<Result<experiment::RunResult>> play(model::operation::Scenario scenario);
    // Waits for a while until the books balance; nothing when there are none to read.
    QCoro::Task<Result<std::optional<experiment::Audit>>> audit(model::system::PackagingId fleet);
    // With what their brokers say now.
    QCoro::Task<Result<std::vector<AuditedFleet>>> auditedFleets();
    QCoro::Task<Result<std::vector<broker::PeekedMessage>>> peek(model::system::PackagingId fleet,
                                                                 broker::Peek what);
    QCoro::Task<Result<void>> replay(model::system::PackagingId fleet,
                                     model::system::CapabilityId group,
                                     std::vector<std::int64_t> letters);
    QCoro::Task<Result<void>>
    redeliver(model::system::PackagingId fleet, model::system::CapabilityId group, std::int64_t message);
    QCoro::Task<Result<model::analysis::MachineCosts>> measureCosts();
    QCoro::Task<Result<Snapshot>> latest();

    waiting::WaitScope &scope() { return m_scope; }

Q_SIGNALS:
    void snapshotTaken(const services::platform::Snapshot &snapshot);
    void actionBegun(const QString &words);

private:
    struct Attended
    {
        std::unique_ptr<experiment::FleetUnderLoad> fleet;
        std::unique_ptr<FleetWatch> watch;
        std::unique_ptr<transport::AddressSource> addresses; // for people's own requests
    };
    Attended attend(const model::packaging::Packaging &packaging, const assembly::ComponentFactory &factory);
    Result<experiment::FleetUnderLoad *> fleetOf(const Place &place) const;
    const Attended *attended(const model::system::PackagingId &fleet) const;
    // Those which are meant; NotFound when it is one that does not run.
    Result<std::vector<experiment::FleetUnderLoad *>> meant(const model::system::PackagingId &fleet) const;
    std::vector<experiment::FleetUnderLoad *> mentionedIn(const model::operation::Scenario &scenario) const;
    // Unavailable while there is none.
    Result<std::shared_ptr<broker::Broker>> brokerOf(const model::system::PackagingId &fleet) const;
    QCoro::Task<Result<void>> untilShoppersAreReady();
    QCoro::Task<Result<std::optional<experiment::Audit>>>
    auditAll(std::vector<experiment::FleetUnderLoad *> fleets);
    // As they are now, read in the thread of readings.
    QCoro::Task<experiment::Auditor::Books> booksNow(std::vector<experiment::FleetUnderLoad *> fleets);
    void applyLoad();
    void look();
    void autoscale(experiment::FleetUnderLoad &fleet, const FleetSnapshot &seen);
    QCoro::Task<> follow(experiment::FleetUnderLoad *fleet, experiment::AutoscaledUnits::Order order);
    void mark(PlatformEvent event); // at this moment

    PlatformOptions m_options;
    std::shared_ptr<const assembly::ComponentFactory> m_factory;
    std::shared_ptr<TraceMemory> m_traces;
    std::shared_ptr<LogMemory> m_logs;
    QThreadPool &m_readings;
    waiting::WaitScope m_scope;
    waiting::LoopTimers m_timers;
    transport::HttpClient m_client;
    EndpointSender m_sender;
    std::vector<Attended> m_fleets;
    bool m_isPlaying = false; // a scenario, from its order to its books
    experiment::ScenarioRunner *m_running = nullptr; // in the frame of play()
    Snapshot m_latest;
    std::vector<PlatformEvent> m_events;
    waiting::Timers::Ticket m_nextLook = waiting::Timers::Ticket::None;
};

} // namespace services::platform
