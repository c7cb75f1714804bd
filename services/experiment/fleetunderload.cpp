// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fleetunderload.h"

#include <model/operation/faulttable.h>

#include <algorithm>

namespace services::experiment {

using namespace Qt::StringLiterals;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultSetting;
using model::operation::Target;
using model::result::failure;
using model::result::Kind;
using model::system::InstanceId;
using model::system::UnitId;
using runtime::InstanceState;
using runtime::InstanceStatus;

namespace {

constexpr std::size_t mostAcknowledged = 50'000; // orders that are remembered

} // namespace

FleetUnderLoad::FleetUnderLoad(Options options, const assembly::ComponentFactory &factory, QObject *parent)
    : QObject(parent)
    , m_shoppers(std::move(options.shoppers))
    , m_journeys(std::move(options.journeys))
    , m_fleet(std::move(options.plan), factory)
{
}

FleetUnderLoad::~FleetUnderLoad() = default;

QCoro::Task<Result<void>> FleetUnderLoad::start()
{
    const auto started = co_await m_fleet.start();
    if (started)
        open();
    co_return started;
}

void FleetUnderLoad::open()
{
    auto system = m_fleet.plan().system;
    for (auto &journey : system.journeys) {
        if (!m_journeys.empty() && std::ranges::find(m_journeys, journey.id) == m_journeys.end())
            journey.weight = 0;
    }
    load::LoadGenerator::Entrance entrance{m_fleet.addressSource(), m_fleet.blame()};
    m_load = std::make_unique<load::LoadGenerator>(std::move(system), std::move(entrance), m_shoppers);
    connect(m_load.get(), &load::LoadGenerator::batchReady, this, &FleetUnderLoad::take);
    connect(m_load.get(), &load::LoadGenerator::ready, this, [this] {
        m_shoppersReady = true;
        applyLoad();
        Q_EMIT shoppersReady();
    });
}

void FleetUnderLoad::stop()
{
    m_load.reset();
    m_monitor = {}; // whoever was under way has been sent home
    m_shoppersReady = false;
    m_underWay = 0;
    m_isQuiet = true;
    m_fleet.stop();
}

void FleetUnderLoad::take(const load::LoadBatch &batch)
{
    m_underWay = batch.underWay;
    m_isQuiet = batch.isQuiet;
    for (const auto &result : batch.results)
        m_monitor.add(result);
    for (const auto &order : batch.orders)
        acknowledge(order);
    Q_EMIT batchArrived(batch);
}

std::vector<InstanceStatus> FleetUnderLoad::instancesOf(const model::system::CapabilityId &capability) const
{
    auto instances = m_fleet.instances();
    std::erase_if(instances, [&](const InstanceStatus &instance) {
        return std::ranges::find(instance.capabilities, capability) == instance.capabilities.end();
    });
    return instances;
}

model::system::PackagingId FleetUnderLoad::id() const
{
    return m_fleet.plan().packaging.id;
}

QString FleetUnderLoad::title() const
{
    return m_fleet.plan().packaging.title;
}

Result<UnitId> FleetUnderLoad::unitOf(const Target &target) const
{
    const auto *unit = m_fleet.plan().packaging.unitOf(target.capability);
    if (unit == nullptr)
        return failure(Kind::NotFound, u"%1 has no %2"_s.arg(title(), target.capability.value),
                       target.capability.value);
    return unit->id;
}

Result<InstanceId> FleetUnderLoad::instanceOf(const Target &target) const
{
    const auto instances = instancesOf(target.capability);
    const auto index = static_cast<std::size_t>(target.instance - 1);
    if (index >= instances.size())
        return failure(
            Kind::NotFound,
            u"%1 has no instance %2 of %3"_s.arg(title()).arg(target.instance).arg(target.capability.value),
            target.capability.value);
    return instances[index].id;
}

Result<void> FleetUnderLoad::crash(const Target &target)
{
    if (target.instance > 0)
        return instanceOf(target).and_then(
            [this](const InstanceId &instance) { return m_fleet.crash(instance); });
    return unitOf(target).and_then([this](const UnitId &unit) { return m_fleet.crash(unit); });
}

Result<void> FleetUnderLoad::restart(const Target &target)
{
    if (target.instance > 0)
        return instanceOf(target).and_then(
            [this](const InstanceId &instance) { return m_fleet.restart(instance); });
    return unitOf(target).and_then([this](const UnitId &unit) { return m_fleet.restart(unit); });
}

QCoro::Task<Result<void>> FleetUnderLoad::scale(Target target, int instances)
{
    const auto unit = unitOf(target);
    if (!unit)
        co_return failure(unit.error());
    const auto scaled = co_await m_fleet.scale(*unit, instances);
    co_return scaled;
}

void FleetUnderLoad::setPolicies(const model::operation::PolicyChange &change)
{
    auto &board = m_fleet.policies();
    board.publish(changed(board.current()->book, change, m_fleet.plan().system, m_fleet.plan().packaging));
}

Result<void> FleetUnderLoad::autoscale(const Target &target,
                                       std::optional<model::operation::Autoscaling> settings)
{
    const auto unit = unitOf(target);
    if (!unit)
        return failure(unit.error());
    m_autoscaled.set(*unit, settings);
    return {};
}

void FleetUnderLoad::setSafeguard(model::operation::Safeguard safeguard, bool on)
{
    auto safeguards = m_fleet.safeguards().current();
    safeguards.set(safeguard, on);
    setSafeguards(safeguards);
}

void FleetUnderLoad::setSafeguards(model::operation::Safeguards safeguards)
{
    m_fleet.safeguards().set(safeguards);
}

void FleetUnderLoad::acknowledge(const QString &order)
{
    if (m_acknowledged.contains(order))
        return;
    m_acknowledged.insert(order);
    m_acknowledgedInTurn.push_back(order);
    if (m_acknowledgedInTurn.size() <= mostAcknowledged)
        return;
    m_acknowledged.remove(m_acknowledgedInTurn.front());
    m_acknowledgedInTurn.pop_front();
}

void FleetUnderLoad::setShoppersPerSecond(double rate)
{
    m_shoppersPerSecond = rate;
    m_isQuiet = m_isQuiet && rate <= 0;
    applyLoad();
}

// Faults of customers are done here: who comes, and how patient they are.
void FleetUnderLoad::applyLoad()
{
    if (!m_load || !m_shoppersReady)
        return;
    double factor = 1;
    double repeats = 0;
    for (const auto &fault : faultsInForce()) {
        if (fault.kind == FaultKind::TrafficSpike)
            factor *= fault.setting(FaultSetting::Factor);
        else if (fault.kind == FaultKind::RetryStorm)
            repeats = std::max(repeats, fault.setting(FaultSetting::Repeats));
    }
    const auto wordOf = [](FaultKind kind) { return QByteArray(model::operation::description(kind).word); };
    m_load->setShoppersPerSecond(m_shoppersPerSecond * std::min(factor, 1.0));
    m_load->setRush(m_shoppersPerSecond * std::max(factor - 1, 0.0), wordOf(FaultKind::TrafficSpike));
    m_load->setRepeats(static_cast<int>(repeats), wordOf(FaultKind::RetryStorm));
}

Result<void> FleetUnderLoad::inject(const Fault &fault)
{
    const auto before = faultsInForce().size();
    const auto injected = m_fleet.inject(fault);
    if (!injected || faultsInForce().size() == before)
        return injected;
    applyLoad();
    Q_EMIT faultInjected(fault);
    return {};
}

Result<void> FleetUnderLoad::lift(const Fault &fault)
{
    const auto lifted = m_fleet.lift(fault);
    if (!lifted)
        return lifted;
    applyLoad();
    Q_EMIT faultLifted(fault);
    return {};
}

std::chrono::milliseconds FleetUnderLoad::longestAttempt() const
{
    return load::JourneyRunner::longest(m_fleet.plan().system, m_shoppers.runner);
}

void FleetUnderLoad::endAttempts()
{
    if (m_load)
        m_load->endAttempts();
}

bool FleetUnderLoad::isHealthy() const
{
    const auto instances = m_fleet.instances();
    return !instances.empty() && std::ranges::all_of(instances, [](const InstanceStatus &instance) {
        return instance.state == InstanceState::Healthy;
    });
}

Tally FleetUnderLoad::tally(const model::system::JourneyId &journey) const
{
    return m_monitor.tally(journey, std::chrono::steady_clock::now());
}

} // namespace services::experiment
