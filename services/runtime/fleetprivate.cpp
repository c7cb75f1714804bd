// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fleetprivate.h"

namespace services::runtime {

using namespace Qt::StringLiterals;
using model::system::InstanceId;
using model::system::UnitId;

namespace {

constexpr std::size_t mostReports = 4096; // kept while nobody drains

Registry::Options healthChecks(const FleetOptions &options)
{
    return {options.healthInterval, options.healthTimeout, options.missesUntilUnresponsive};
}

} // namespace

Fleet::Private::Private(FleetPlan plan, const assembly::ComponentFactory &componentFactory)
    : plan(std::move(plan))
    , factory(componentFactory)
    , registry(healthChecks(this->plan.options), client, scope, timers)
    , roster({host, registry, timers}, scope)
    , scaler(this->plan, roster)
    , faults(this->plan, roster, timers)
{
}

Result<void> Fleet::Private::obeys() const
{
    if (stopping || !means)
        return failure(Kind::Conflict, u"The fleet does not run"_s, plan.packaging.id.value);
    return {};
}

Result<InstanceLifecycle *> Fleet::Private::instance(const InstanceId &id) const
{
    if (const auto able = obeys(); !able)
        return failure(able.error());
    if (auto *const found = roster.find(id))
        return found;
    return failure(Kind::NotFound, u"There is no instance %1"_s.arg(id.value), id.value);
}

Result<Instances> Fleet::Private::instancesOf(const UnitId &id) const
{
    if (const auto able = obeys(); !able)
        return failure(able.error());
    if (plan.packaging.unit(id) == nullptr)
        return failure(Kind::NotFound, u"There is no unit %1"_s.arg(id.value), id.value);
    return roster.of(id);
}

void Fleet::Private::keep(const InstanceReport &report)
{
    if (auto *const instance = roster.find(report.instance))
        instance->addCpu(report.telemetry.cpu);
    if (reports.size() < mostReports)
        reports.push_back(report);
}

void Fleet::Private::crashAll()
{
    for (auto *const instance : roster.all())
        instance->crash();
}

} // namespace services::runtime
