// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certainty.h"
#include "fleetlane.h"

#include <services/waiting/pending.h>
#include <services/waiting/post.h>

#include <algorithm>
#include <array>

// What is said of a fleet beforehand, and what is found then.
namespace services::verification {

using model::result::failure;
using std::chrono::milliseconds;

milliseconds FleetLane::between(Instant begin, Instant end)
{
    return std::chrono::duration_cast<milliseconds>(end - begin);
}

// How long breakers have counted calls at the moment.
milliseconds FleetLane::guardedFor(Instant begin) const
{
    return m_hasForgotten ? milliseconds(0) : between(m_guarded, begin);
}

// The last of each journey tells nothing of those before.
QCoro::Task<Settling::Turns> FleetLane::turnsOf(const Trial *trial)
{
    const auto now = m_around.timers.now();
    Settling::Turns turns;
    constexpr std::array moments = {Settling::latestEnd, Settling::latestTurn};
    for (const auto moment : moments) {
        Occasion occasion{trial->faults, between(m_opened, now), moment, guardedFor(now)};
        const auto predicted = co_await predict(std::move(occasion));
        const auto predictions = predicted.value_or(Predictions());
        for (const auto &journey : m_shape->system.journeys) {
            const auto since = predictions.value(journey.id).since;
            if (since <= Settling::latestTurn)
                turns.last = std::max(turns.last, Settling::overAfter(journey, since));
            else if (moment == Settling::latestEnd)
                turns.next = std::min(turns.next.value_or(since), since);
        }
        if (!turns.next)
            break;
    }
    co_return turns;
}

QCoro::Task<Result<Predictions>> FleetLane::predict(Occasion occasion)
{
    waiting::Pending<Predictions> pending(m_around.scope);
    auto work = [shape = m_shape, predictor = m_around.predictor, occasion = std::move(occasion),
                 scope = &m_around.scope, completer = pending.completer()] {
        auto predictions = predictor(*shape, occasion);
        waiting::post(scope, [completer, predictions] { completer.complete(predictions); });
    };
    m_predicting.start(waiting::Posted(std::move(work)));
    auto predicted = co_await pending;
    co_return predicted;
}

States FleetLane::states() const
{
    States states;
    const auto now = m_around.timers.now();
    const auto window = m_settling->window(between(m_begin, now));
    for (const auto &journey : m_shape->system.journeys) {
        if (journey.weight > 0)
            states.emplace(journey.id, m_observation->tally(journey.id, now, window));
    }
    return states;
}

// What is measured is measured first.
QCoro::Task<Result<void>> FleetLane::compare(TrialOutcome *outcome)
{
    const auto measured = states();
    outcome->measuredAfter = between(m_begin, m_around.timers.now());
    std::map<JourneyId, QString> troubles;
    for (const auto &[journey, tally] : measured)
        troubles.emplace(journey, m_observation->commonestTrouble(journey, tally));
    Occasion occasion{outcome->trial.faults, between(m_opened, m_begin), outcome->measuredAfter,
                      guardedFor(m_begin), m_settling->window(outcome->measuredAfter)};
    const auto predicted = co_await predict(std::move(occasion));
    if (!predicted)
        co_return failure(predicted.error());
    for (const auto &journey : m_shape->system.journeys) {
        const auto found = measured.find(journey.id);
        if (found == measured.end())
            continue;
        Comparison comparison;
        comparison.journey = journey.id;
        comparison.predicted = predicted->value(journey.id);
        comparison.tally = found->second;
        comparison.measured = found->second.state();
        comparison.isDecided = isDecided(found->second);
        comparison.trouble = troubles[journey.id];
        outcome->journeys.push_back(std::move(comparison));
    }
    co_return Result<void>();
}

} // namespace services::verification
