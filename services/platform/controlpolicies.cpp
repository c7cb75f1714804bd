// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "control.h"
#include "fleetpolicies.h"

namespace services::platform {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

FleetPolicies policiesOf(const std::vector<experiment::FleetUnderLoad *> &fleets)
{
    FleetPolicies policies;
    for (auto *fleet : fleets)
        policies.emplace_back(fleet, fleet->fleet().policies().current()->book);
    return policies;
}

QCoro::Task<Result<void>> Platform::Control::setPolicies(model::system::PackagingId fleet,
                                                         model::operation::PolicyChange change)
{
    if (!fleet.isEmpty() && attended(fleet) == nullptr)
        co_return failure(Kind::NotFound, u"No fleet is called %1"_s.arg(fleet.value), fleet.value);
    for (const auto &one : m_fleets) {
        if (!fleet.isEmpty() && one.fleet->id() != fleet)
            continue;
        one.fleet->setPolicies(change);
        mark({{}, one.fleet->id(), words(change)});
    }
    co_return Result<void>();
}

} // namespace services::platform
