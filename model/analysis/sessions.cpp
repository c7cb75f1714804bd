// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessions.h"

#include "wording.h"

#include <algorithm>
#include <cmath>

namespace model::analysis {

using operation::FaultSetting;

namespace {

double skewOf(const Lot &lot)
{
    const auto *fault = lot.find(FaultKind::ClockSkew);
    return fault == nullptr ? 0 : fault->setting(FaultSetting::SkewSeconds);
}

// The unit which signs sessions: what a log-in reaches, and does not check one itself. -1: nobody.
int signer(const Ground &ground)
{
    for (const auto &journey : ground.situation().system.journeys) {
        for (const auto &step : journey.steps) {
            if (!step.captures.contains(QStringLiteral("session")))
                continue;
            const int entry = ground.endpointOf(step.endpoint);
            return entry < 0 ? -1 : ground.endpoint(ground.reachedFrom(entry).back()).unit;
        }
    }
    return -1;
}

double checkedPerSecond(const Situation &situation)
{
    double weights = 0;
    double authorised = 0;
    for (const auto &journey : situation.system.journeys) {
        weights += journey.weight;
        const bool isLoggedIn = std::ranges::any_of(journey.steps, &system::Step::authorised);
        authorised += isLoggedIn ? journey.weight : 0;
    }
    return weights > 0 ? situation.load.shoppersPerSecond * authorised / weights : 0;
}

} // namespace

Expired expiredSessions(const Stage::Setting &setting, int unit, const Lot &lot)
{
    const auto &situation = setting.ground.situation();
    const double skew = skewOf(lot);
    const int signing = signer(setting.ground);
    const double lifetime = std::chrono::duration<double>(situation.system.sessionLifetime).count();
    const double signersSkew = signing < 0 ? 0 : skewOf(setting.troubles.lots(signing).front());
    const double worst = std::max(skew, skew - signersSkew);
    if (worst < lifetime)
        return {};
    const auto *fault = lot.find(FaultKind::ClockSkew);
    const int reason = fault != nullptr
        ? setting.reasons.add(wordsOn(*fault, *setting.ground.unit(unit).declared))
        : setting.reasons.add(QStringLiteral("sessions are signed with a wrong date"));
    if (skew - signersSkew >= lifetime)
        return {1, reason};
    // Only those from before the clock was wrong: whoever is refused logs in again.
    const double perCustomer = checkedPerSecond(situation) / std::max(1, situation.load.loggedIn);
    return {std::exp(-perCustomer * setting.moment), reason};
}

} // namespace model::analysis
