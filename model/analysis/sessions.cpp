// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessions.h"

#include "wording.h"

#include <QCoreApplication>

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

// How often customers do what needs a session of somebody drawn by lot, and how often they log in.
struct SessionUse
{
    double checked = 0; // a second
    double begun = 0;
};
SessionUse sessionUse(const Situation &situation)
{
    double weights = 0;
    SessionUse use;
    for (const auto &journey : situation.system.journeys) {
        const bool isOfMany
            = journey.given == system::Given::Session || journey.given == system::Given::FilledCart;
        weights += journey.weight;
        use.checked += isOfMany ? journey.weight : 0;
        use.begun += journey.given == system::Given::Shopper ? journey.weight : 0;
    }
    const double perWeight = weights > 0 ? situation.load.shoppersPerSecond / weights : 0;
    return {use.checked * perWeight, use.begun * perWeight};
}

// The share of sessions that are from before, so many seconds after all of them became worthless: whoever is
// refused loses his, and others log in meanwhile (services/load, ShopperPool).
double staleShare(const Situation &situation, double seconds)
{
    constexpr double step = 0.1;
    const auto use = sessionUse(situation);
    const auto &load = situation.load;
    const double before = std::chrono::duration<double>(load.before).count();
    double stale = std::min<double>(load.customers, load.loggedIn + use.begun * before);
    double fresh = 0;
    for (double passed = 0; passed < seconds && stale > 0; passed += step) {
        const double refused = use.checked * stale / (stale + fresh);
        stale = std::max(0.0, stale - step * refused);
        fresh = std::max(fresh + step * use.begun, load.loggedIn - stale);
    }
    return stale > 0 ? stale / (stale + fresh) : 0;
}

} // namespace

Expired expiredSessions(const Stage::Setting &setting, const Lot &lot)
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
    const int reason = fault != nullptr ? setting.reasons.add(wordsOn(*fault, setting.ground))
                                        : setting.reasons.add(QCoreApplication::translate(
                                            "model::analysis", "sessions are signed with a wrong date"));
    if (skew - signersSkew >= lifetime)
        return {1, reason};
    // Only those from before the clock was wrong: whoever is refused logs in again.
    return {staleShare(situation, setting.moment), reason};
}

} // namespace model::analysis
