// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "autoscaledunits.h"
#include "journeymonitor.h"
#include "subject.h"

#include <services/load/loadgenerator.h>
#include <services/runtime/fleet.h>

#include <QObject>
#include <QSet>

#include <deque>
#include <memory>

namespace services::experiment {

// A running fleet together with its shoppers and the states of their journeys. Control thread; owned by the
// platform. The fleet's errors are passed on.
class FleetUnderLoad : public QObject, public Subject
{
    Q_OBJECT
public:
    struct Options
    {
        runtime::FleetPlan plan;
        load::Crowd::Options shoppers;
        std::vector<model::system::JourneyId> journeys{}; // for which shoppers come; empty: for each
    };
    FleetUnderLoad(Options options, const assembly::ComponentFactory &factory, QObject *parent = nullptr);
    ~FleetUnderLoad() override;

    // Starts the fleet, then logs shoppers in; they begin to shop when `shoppersReady` was emitted.
    QCoro::Task<Result<void>> start();
    // Sends the shoppers home and stops the fleet; `stopped` of the fleet follows.
    void stop();

    runtime::Fleet &fleet() { return m_fleet; }
    const runtime::Fleet &fleet() const { return m_fleet; }
    // Of the unit which holds the capability.
    std::vector<runtime::InstanceStatus> instancesOf(const model::system::CapabilityId &capability) const;
    double shoppersPerSecond() const { return m_shoppersPerSecond; }
    bool areShoppersReady() const { return m_shoppersReady; }
    int underWay() const { return m_underWay; } // attempts
    // The orders of which customers were told that they have them, the latest.
    const QSet<QString> &acknowledgedOrders() const { return m_acknowledged; }
    // Decides only: whoever measures the fleet asks it, and scales.
    AutoscaledUnits &autoscaledUnits() { return m_autoscaled; }

    model::system::PackagingId id() const override;
    QString title() const override;
    Result<void> crash(const model::operation::Target &target) override;
    Result<void> restart(const model::operation::Target &target) override;
    QCoro::Task<Result<void>> scale(model::operation::Target target, int instances) override;
    void setPolicies(const model::operation::PolicyChange &change) override;
    void setSafeguard(model::operation::Safeguard safeguard, bool on) override;
    void setSafeguards(model::operation::Safeguards safeguards);
    Result<void> autoscale(const model::operation::Target &target,
                           std::optional<model::operation::Autoscaling> settings) override;
    Result<void> inject(const model::operation::Fault &fault) override;
    Result<void> lift(const model::operation::Fault &fault) override;
    std::vector<model::operation::Fault> faultsInForce() const override { return m_fleet.faultsInForce(); }
    void setShoppersPerSecond(double rate) override;
    bool isHealthy() const override;
    Tally tally(const model::system::JourneyId &journey) const override;
    bool isQuiet() const override { return m_isQuiet; }
    std::chrono::milliseconds longestAttempt() const override;
    void endAttempts() override;

Q_SIGNALS:
    void shoppersReady();
    void faultInjected(const model::operation::Fault &fault);
    void faultLifted(const model::operation::Fault &fault);
    void batchArrived(const services::load::LoadBatch &batch);

private:
    Result<model::system::UnitId> unitOf(const model::operation::Target &target) const;
    Result<model::system::InstanceId> instanceOf(const model::operation::Target &target) const;
    void open();
    void applyLoad();
    void take(const load::LoadBatch &batch);
    void acknowledge(const QString &order);

    load::Crowd::Options m_shoppers;
    std::vector<model::system::JourneyId> m_journeys;
    QSet<QString> m_acknowledged;
    std::deque<QString> m_acknowledgedInTurn; // the same, the oldest first
    runtime::Fleet m_fleet;
    JourneyMonitor m_monitor;
    AutoscaledUnits m_autoscaled;
    std::unique_ptr<load::LoadGenerator> m_load; // only while the fleet runs
    double m_shoppersPerSecond = 0;
    int m_underWay = 0;
    bool m_isQuiet = true;
    bool m_shoppersReady = false;
};

} // namespace services::experiment
