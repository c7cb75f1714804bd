// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "control.h"
#include "fleetsettings.h"

namespace services::platform {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

std::vector<FleetSettings> settingsOf(const std::vector<experiment::FleetUnderLoad *> &fleets)
{
    std::vector<FleetSettings> settings;
    for (auto *fleet : fleets)
        settings.push_back(
            {fleet, fleet->fleet().policies().current()->book, fleet->fleet().safeguards().current()});
    return settings;
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
        mark({{}, one.fleet->id(), words(change), PolicyEvent{change}});
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> Platform::Control::setSafeguard(model::system::PackagingId fleet,
                                                          model::operation::Safeguard safeguard,
                                                          bool on)
{
    const auto fleets = meant(fleet);
    if (!fleets)
        co_return failure(fleets.error());
    const auto word = QString::fromLatin1(description(safeguard).word);
    for (auto *const each : *fleets) {
        each->setSafeguard(safeguard, on);
        mark({{}, each->id(), u"%1 switched %2"_s.arg(word, on ? u"on"_s : u"off"_s)});
    }
    co_return Result<void>();
}

} // namespace services::platform
