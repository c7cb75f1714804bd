// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyfigures.h"

#include <QMap>

#include <algorithm>

namespace services::experiment {

using load::JourneyResult;

namespace {

constexpr int successesInARow = 3;
constexpr auto period = std::chrono::seconds(2); // of a p95 that is followed through time

std::vector<const JourneyResult *> byStart(const FleetRecord &record, const model::system::JourneyId &journey)
{
    std::vector<const JourneyResult *> results;
    for (const auto &result : record.results) {
        if (result.journey == journey)
            results.push_back(&result);
    }
    std::ranges::stable_sort(results, {}, &JourneyResult::intendedStart);
    return results;
}

// When the first of three successes in a row ended, among the attempts that began at `from` or later.
std::optional<Instant> firstOfSuccesses(const std::vector<const JourneyResult *> &results, Instant from)
{
    int inARow = 0;
    Instant first;
    for (const auto *result : results) {
        if (result->intendedStart < from)
            continue;
        if (!result->succeeded()) {
            inARow = 0;
            continue;
        }
        if (inARow == 0)
            first = result->end();
        if (++inARow == successesInARow)
            return first;
    }
    return std::nullopt;
}

QString commonest(const QMap<QString, int> &reasons)
{
    const auto most = std::ranges::max_element(reasons);
    return most == reasons.end() ? QString() : most.key();
}

using Tried = JourneyFigures::Tried;

// The p95 of each period since one fault; a period in which nobody was served has none (zero).
std::vector<std::chrono::nanoseconds> p95s(const std::vector<Tried> &tried, std::size_t fault)
{
    std::vector<model::telemetry::Histogram> periods;
    for (const auto &each : tried) {
        if (!each.succeeded || each.fault != fault || each.since < std::chrono::nanoseconds::zero())
            continue;
        const auto number = static_cast<std::size_t>(each.since / period);
        periods.resize(std::max(periods.size(), number + 1));
        periods[number].record(each.took);
    }
    std::vector<std::chrono::nanoseconds> quantiles;
    for (const auto &each : periods)
        quantiles.push_back(each.quantile(0.95));
    return quantiles;
}

void findRecovery(const FleetRecord &record,
                  const std::vector<const JourneyResult *> &results,
                  JourneyFigures &figures)
{
    for (std::size_t index = 0; index < figures.faults.size(); ++index) {
        if (figures.faults[index][static_cast<std::size_t>(Phase::During)].failed() == 0)
            continue;
        figures.wasLost = true;
        const auto &fault = record.faults[index];
        const Instant from = fault.restartedAt.value_or(fault.at);
        const auto recovered = firstOfSuccesses(results, from);
        if (!recovered) {
            figures.recovery.reset();
            return;
        }
        const auto took = std::chrono::round<std::chrono::milliseconds>(*recovered - from);
        figures.recovery = std::max(figures.recovery.value_or(took), took);
    }
}

} // namespace

JourneyState JourneyFigures::state(Phase which) const
{
    auto worst = JourneyState::Unknown;
    for (const auto &fault : faults)
        worst = std::max(worst, fault[static_cast<std::size_t>(which)].state());
    return worst;
}

std::optional<std::size_t> JourneyFigures::untried(Phase which) const
{
    const std::size_t asked = which == Phase::Before ? 1 : std::max<std::size_t>(1, faults.size());
    for (std::size_t index = 0; index < asked; ++index) {
        if (index >= faults.size() || faults[index][static_cast<std::size_t>(which)].attempts == 0)
            return index;
    }
    return std::nullopt;
}

std::optional<std::chrono::milliseconds> JourneyFigures::p95BackUnder(std::chrono::nanoseconds limit) const
{
    const auto isUnder = [limit](std::chrono::nanoseconds p95) { return p95.count() > 0 && p95 <= limit; };
    std::chrono::milliseconds longest{0};
    for (std::size_t fault = 0; fault < faults.size(); ++fault) {
        const auto each = p95s(tried, fault);
        const auto back = std::ranges::adjacent_find(
            each, [&](auto one, auto next) { return isUnder(one) && isUnder(next); });
        if (back == each.end())
            return std::nullopt;
        longest = std::max<std::chrono::milliseconds>(longest, (back - each.begin()) * period);
    }
    return longest;
}

Tally JourneyFigures::tallyOf(Instant from, Instant until) const
{
    Tally tally;
    for (const auto &each : tried) {
        if (each.began >= from && each.began < until)
            tally.add(each.outcome, each.late);
    }
    return tally;
}

std::optional<std::chrono::milliseconds> JourneyFigures::downAfter(Instant from, Instant until) const
{
    std::vector<Tried> all;
    std::ranges::copy_if(tried, std::back_inserter(all),
                         [&](const Tried &each) { return each.began >= from && each.began < until; });
    const auto successes = std::ranges::count_if(all, &Tried::succeeded);
    // Of a parting before the attempt at hand: what does not fit, successes behind it and failures before it.
    auto misfits = successes;
    auto fewest = misfits;
    std::size_t parting = 0;
    for (std::size_t index = 0; index < all.size(); ++index) {
        misfits += all[index].succeeded ? -1 : 1;
        if (misfits < fewest) {
            fewest = misfits;
            parting = index + 1;
        }
    }
    Tally behind;
    for (auto index = parting; index < all.size(); ++index)
        behind.add(all[index].succeeded ? load::Outcome::Ok : load::Outcome::Failed);
    if (behind.state() != JourneyState::Down)
        return std::nullopt;
    return std::chrono::round<std::chrono::milliseconds>(all[parting].began - from);
}

JourneyFigures figuresOf(const FleetRecord &record, const model::system::JourneyId &journey)
{
    JourneyFigures figures;
    figures.journey = journey;
    figures.faults.resize(std::max<std::size_t>(1, record.faults.size()));
    const auto results = byStart(record, journey);
    QMap<QString, int> reasons;
    for (const auto *result : results) {
        const auto place = phaseOf(*result, record);
        if (!place)
            continue;
        const auto phase = static_cast<std::size_t>(place->phase);
        for (auto *tally :
             {&figures.tally, &figures.phases[phase].tally, &figures.faults[place->fault][phase]})
            tally->add(result->outcome, result->late);
        if (place->phase == Phase::During)
            figures.tried.push_back({place->fault, result->intendedStart - record.faults[place->fault].at,
                                     result->duration, result->succeeded(), result->intendedStart,
                                     result->outcome, result->late});
        if (result->succeeded()) {
            figures.latency.record(result->duration);
            figures.phases[phase].latency.record(result->duration);
        } else {
            ++reasons[result->message];
        }
    }
    figures.commonestFailure = commonest(reasons);
    findRecovery(record, results, figures);
    return figures;
}

} // namespace services::experiment
