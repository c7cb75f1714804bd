// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fleet.h"

#include "fleetpreparation.h"
#include "fleetprivate.h"
#include "outsidebalancer.h"

#include <algorithm>

namespace services::runtime {

using namespace Qt::StringLiterals;
using model::system::InstanceId;
using model::system::UnitId;
using Boot = InstanceLifecycle::Boot;

Fleet::Fleet(FleetPlan plan, const assembly::ComponentFactory &factory, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(withKeys(std::move(plan)), factory))
{
    connect(&d->roster, &Roster::changed, this, &Fleet::instanceChanged);
    connect(&d->roster, &Roster::reported, this, [this](const InstanceReport &report) { d->keep(report); });
    connect(&d->roster, &Roster::ended, this, &Fleet::finishStop);
}

Fleet::~Fleet()
{
    d->stopping = true;
    d->faults.stop();
    d->scope.cancel();
    disconnect(&d->roster, nullptr, this, nullptr);
    d->crashAll();
    if (d->means)
        d->means->broker->stop();
    d->faults.heal();
}

QCoro::Task<Result<void>> Fleet::start()
{
    if (d->stopping || std::exchange(d->starting, true))
        co_return failure(Kind::Conflict, u"The fleet was started already"_s);
    auto boards = d->boards();
    auto prepared = co_await prepareFleet(d->plan, d->factory, std::move(boards), d->scope);
    if (!prepared) {
        d->starting = false;
        co_return failure(prepared.error());
    }
    d->means = std::move(*prepared);
    d->scaler.setMeans(d->means);
    d->faults.setMeans(d->means);
    for (const auto &unit : d->plan.packaging.units) {
        for (int i = 0; i < unit.instances; ++i)
            d->scaler.add(unit, Boot::AtOnce);
    }
    std::function<bool()> settled = [this] { return std::ranges::all_of(d->roster.all(), isSettled); };
    auto waited = co_await d->roster.until(std::move(settled));
    if (!waited)
        co_return waited;
    auto outcome = allHealthy(d->roster.all());
    if (outcome)
        Q_EMIT started();
    co_return outcome;
}

void Fleet::stop()
{
    if (std::exchange(d->stopping, true))
        return;
    d->scope.cancel();
    d->faults.stop();
    const auto limit = d->plan.options.stopLimit;
    for (auto *const instance : d->roster.all())
        instance->stop(limit / 2);
    d->timers.after(limit * 3 / 4, [this] { d->crashAll(); });
    d->timers.after(limit, [this] { announceStop(); }); // what hangs is left behind
    QMetaObject::invokeMethod(this, &Fleet::finishStop, Qt::QueuedConnection);
}

void Fleet::finishStop()
{
    if (d->stopping && !d->roster.isAlive())
        announceStop();
}

void Fleet::announceStop()
{
    if (std::exchange(d->stopped, true))
        return;
    if (d->means)
        d->means->broker->stop();
    d->faults.heal();
    Q_EMIT stopped();
}

bool Fleet::isStopped() const
{
    return d->stopped;
}

Result<void> Fleet::crash(const InstanceId &id)
{
    const auto instance = d->instance(id);
    if (!instance)
        return failure(instance.error());
    if (!(*instance)->isAlive())
        return failure(Kind::Conflict, u"%1 does not run"_s.arg(id.value), id.value);
    (*instance)->crash();
    return {};
}

Result<void> Fleet::crash(const UnitId &id)
{
    const auto instances = d->instancesOf(id);
    if (!instances)
        return failure(instances.error());
    if (std::ranges::none_of(*instances, &InstanceLifecycle::isAlive))
        return failure(Kind::Conflict, u"No instance of %1 runs"_s.arg(id.value), id.value);
    for (auto *const instance : *instances)
        instance->crash();
    return {};
}

Result<void> Fleet::restart(const InstanceId &id)
{
    const auto instance = d->instance(id);
    if (!instance)
        return failure(instance.error());
    const auto staying = d->roster.of((*instance)->status().unit);
    if (std::ranges::find(staying, *instance) == staying.end())
        return failure(Kind::Conflict, u"%1 is being taken away"_s.arg(id.value), id.value);
    (*instance)->start(Boot::Held);
    d->faults.forgetCrashes();
    return {};
}

Result<void> Fleet::restart(const UnitId &id)
{
    const auto instances = d->instancesOf(id);
    if (!instances)
        return failure(instances.error());
    const bool all = std::ranges::none_of(*instances, isDown);
    for (auto *const instance : *instances) {
        if (all || isDown(instance))
            instance->start(Boot::Held);
    }
    d->faults.forgetCrashes();
    return {};
}

QCoro::Task<Result<void>> Fleet::scale(UnitId id, int instances)
{
    const auto before = d->instancesOf(id);
    if (!before)
        co_return failure(before.error());
    auto scaled = co_await d->scaler.scale(*d->plan.packaging.unit(id), instances);
    co_return scaled;
}

Result<void> Fleet::inject(const Fault &fault)
{
    return d->obeys().and_then([&] { return d->faults.inject(fault); });
}

Result<void> Fleet::lift(const Fault &fault)
{
    return d->obeys().and_then([&] { return d->faults.lift(fault); });
}

std::vector<Fault> Fleet::faultsInForce() const
{
    return d->faults.inForce();
}

resilience::PolicyBoard &Fleet::policies() const
{
    return *d->policies;
}

std::vector<InstanceStatus> Fleet::instances() const
{
    std::vector<InstanceStatus> statuses;
    for (const auto *instance : d->roster.all())
        statuses.push_back(instance->status());
    return statuses;
}

std::optional<InstanceStatus> Fleet::instance(const InstanceId &id) const
{
    if (const auto *found = d->roster.find(id))
        return found->status();
    return std::nullopt;
}

const FleetPlan &Fleet::plan() const
{
    return d->plan;
}

quint16 Fleet::entryPort() const
{
    const auto targets = routes()->targets.value(d->plan.system.entry);
    return targets.empty() ? 0 : targets.front()->address.port;
}

std::shared_ptr<const RoutingTable> Fleet::routes() const
{
    return d->registry.board()->current();
}

std::unique_ptr<transport::AddressSource> Fleet::addressSource() const
{
    return std::make_unique<OutsideBalancer>(d->registry.board(),
                                             Balancer::Options{d->plan.options.refusalMemory});
}

faults::Blame Fleet::blame() const
{
    return {d->faults.board(), d->plan.packaging};
}

assembly::SafeguardBoard &Fleet::safeguards() const
{
    return *d->safeguards;
}

std::shared_ptr<broker::Broker> Fleet::broker() const
{
    return d->means ? d->means->broker : nullptr;
}

std::vector<broker::QueueStatus> Fleet::queues() const
{
    return d->means ? d->means->broker->queues() : std::vector<broker::QueueStatus>();
}

FleetTelemetry Fleet::drainTelemetry()
{
    FleetTelemetry telemetry;
    telemetry.at = d->timers.now();
    telemetry.reports = std::exchange(d->reports, {});
    if (d->means)
        telemetry.queues = d->means->broker->queues();
    for (auto *const instance : d->roster.all())
        instance->requestReport();
    return telemetry;
}

} // namespace services::runtime
