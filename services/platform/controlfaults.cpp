// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "control.h"

#include <model/operation/faulttext.h>

#include <algorithm>

namespace services::platform {

using namespace Qt::StringLiterals;
using experiment::FleetUnderLoad;
using model::operation::Fault;
using model::result::failure;
using model::result::Kind;
using model::system::PackagingId;

namespace {

bool suffers(const FleetUnderLoad &fleet, const Fault &fault)
{
    const auto inForce = fleet.faultsInForce();
    return std::ranges::find(inForce, fault) != inForce.end();
}

} // namespace

Result<FleetUnderLoad *> Platform::Control::fleetOf(const Place &place) const
{
    const auto *found = attended(place.fleet);
    if (found == nullptr)
        return failure(Kind::NotFound, u"No fleet is called %1"_s.arg(place.fleet.value), place.fleet.value);
    return found->fleet.get();
}

Result<std::vector<FleetUnderLoad *>> Platform::Control::meant(const PackagingId &fleet) const
{
    std::vector<FleetUnderLoad *> fleets;
    for (const auto &attended : m_fleets) {
        if (fleet.isEmpty() || attended.fleet->id() == fleet)
            fleets.push_back(attended.fleet.get());
    }
    if (fleets.empty())
        return failure(Kind::NotFound, u"No fleet is called %1"_s.arg(fleet.value), fleet.value);
    return fleets;
}

QCoro::Task<Result<void>> Platform::Control::inject(Fault fault)
{
    const auto fleets = meant(fault.target.fleet);
    if (!fleets)
        co_return failure(fleets.error());
    std::vector<FleetUnderLoad *> suffering;
    for (auto *const fleet : *fleets) {
        if (suffers(*fleet, fault))
            continue;
        const auto injected = fleet->inject(fault);
        if (injected) {
            suffering.push_back(fleet);
            continue;
        }
        for (auto *const earlier : suffering)
            static_cast<void>(earlier->lift(fault)); // it has just been injected
        co_return injected;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> Platform::Control::lift(Fault fault)
{
    const auto fleets = meant(fault.target.fleet);
    if (!fleets)
        co_return failure(fleets.error());
    Result<void> outcome = failure(Kind::NotFound, u"%1 is not in force"_s.arg(textOf(fault)));
    bool isLifted = false;
    for (auto *const fleet : *fleets) {
        const auto lifted = fleet->lift(fault); // where it is not in force, the error names what is
        if (!isLifted)
            outcome = lifted;
        isLifted = isLifted || lifted;
    }
    co_return outcome;
}

QCoro::Task<Result<void>> Platform::Control::liftAll(PackagingId fleet)
{
    const auto fleets = meant(fleet);
    if (!fleets)
        co_return failure(fleets.error());
    Result<void> outcome;
    for (auto *const each : *fleets) {
        for (const auto &fault : each->faultsInForce()) {
            const auto lifted = each->lift(fault);
            if (!lifted && outcome)
                outcome = lifted;
        }
    }
    co_return outcome;
}

} // namespace services::platform
