// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenariorunner.h"

#include <algorithm>
#include <utility>

namespace services::experiment {

using namespace model::operation;

Result<void> ScenarioRunner::inject(const Inject &action)
{
    const auto &fault = action.fault;
    for (auto &player : m_players) {
        if (!player.subject->isMeantBy(fault.target.fleet))
            continue;
        const auto now = m_stage.timers.now();
        if (const auto injected = player.subject->inject(fault); !injected)
            return injected;
        player.injected.push_back(fault);
        player.recorder.fault(words(action), now);
        player.recorder.health(false, now);
    }
    return {};
}

Result<void> ScenarioRunner::lift(const Lift &action)
{
    for (auto &player : m_players) {
        if (!player.subject->isMeantBy(action.fault ? action.fault->target.fleet : action.fleet))
            continue;
        const auto now = m_stage.timers.now();
        const auto faults = action.fault ? std::vector{*action.fault} : player.subject->faultsInForce();
        for (const auto &fault : faults) {
            if (const auto lifted = player.subject->lift(fault); !lifted)
                return lifted;
        }
        player.recorder.restartOrdered(now);
        player.recorder.health(player.subject->isWhole(), now);
    }
    return {};
}

void ScenarioRunner::liftWhatIsLeft()
{
    for (auto &player : m_players) {
        const auto inForce = player.subject->faultsInForce();
        for (const auto &fault : std::exchange(player.injected, {})) {
            if (std::ranges::find(inForce, fault) != inForce.end())
                static_cast<void>(player.subject->lift(fault)); // it is in force
        }
    }
}

} // namespace services::experiment
