// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenariorunner.h"

#include <algorithm>
#include <utility>

namespace services::experiment {

using namespace model::operation;

namespace {

constexpr std::chrono::seconds longestBoot{5};

} // namespace

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

// Whatever has crashed boots before the next gust comes, so that there is something to break; unless it takes
// too long.
QCoro::Task<Result<void>> ScenarioRunner::storm(std::vector<Gust> gusts)
{
    for (const auto &gust : gusts) {
        if (const auto injected = inject({gust.fault}); !injected)
            co_return injected;
        const auto raged = co_await waitFor(gust.lasts);
        if (!raged)
            co_return raged;
        if (const auto lifted = lift({gust.fault, {}}); !lifted)
            co_return lifted;
        const auto until = m_stage.timers.now() + longestBoot;
        while (!std::ranges::all_of(m_stage.fleets, &Subject::isHealthy) && m_stage.timers.now() < until) {
            const auto breathed = co_await breathe();
            if (!breathed)
                co_return breathed;
        }
        const auto calmed = co_await waitFor(gust.calm);
        if (!calmed)
            co_return calmed;
    }
    co_return Result<void>();
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
