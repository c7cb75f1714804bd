// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "control.h"
#include "unituse.h"

namespace services::platform {

using namespace Qt::StringLiterals;
using experiment::FleetUnderLoad;
using model::result::failure;
using model::result::Kind;

QCoro::Task<Result<void>> Platform::Control::scale(Place place, int instances)
{
    const auto found = fleetOf(place);
    if (!found)
        co_return failure(found.error());
    const auto scaled = co_await (*found)->fleet().scale(place.unit, instances);
    if (scaled)
        mark({{},
              place.fleet,
              u"%1: %2 instances"_s.arg(place.unit.value).arg(instances),
              ScalingEvent{place.unit, instances}});
    co_return scaled;
}

QCoro::Task<Result<void>>
Platform::Control::setAutoscaling(Place place, std::optional<model::operation::Autoscaling> settings)
{
    const auto found = fleetOf(place);
    if (!found)
        co_return failure(found.error());
    if ((*found)->fleet().plan().packaging.unit(place.unit) == nullptr)
        co_return failure(Kind::NotFound, u"There is no unit %1"_s.arg(place.unit.value), place.unit.value);
    (*found)->autoscaledUnits().set(place.unit, settings);
    co_return Result<void>();
}

void Platform::Control::autoscale(FleetUnderLoad &fleet, const FleetSnapshot &seen)
{
    const auto orders = fleet.autoscaledUnits().decide(usesOf(seen), m_timers.now());
    for (const auto &order : orders) {
        mark({{}, fleet.id(), order.words(), ScalingEvent{order.unit, order.to, order.utilisation}});
        m_scope.spawn(follow(&fleet, order));
    }
}

QCoro::Task<> Platform::Control::follow(FleetUnderLoad *fleet, experiment::AutoscaledUnits::Order order)
{
    const auto scaled = co_await fleet->fleet().scale(order.unit, order.to);
    if (!scaled && scaled.error().kind != Kind::Conflict && scaled.error().kind != Kind::Cancelled)
        mark({{},
              fleet->id(),
              u"autoscaler: %1: %2"_s.arg(order.unit.value, scaled.error().message),
              ScalingEvent{order.unit, order.from, 0, scaled.error().message}});
}

} // namespace services::platform
