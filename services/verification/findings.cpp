// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "findings.h"

#include <algorithm>
#include <functional>

namespace services::verification {

namespace {

template<typename Count>
int sum(const std::vector<TrialOutcome> &outcomes, Count count)
{
    int total = 0;
    for (const auto &outcome : outcomes)
        total += outcome.notPlayed.isEmpty() ? count(outcome) : 0;
    return total;
}

template<typename Counts>
int journeys(const std::vector<TrialOutcome> &outcomes, Counts counts)
{
    return sum(outcomes, [&](const TrialOutcome &outcome) {
        return static_cast<int>(std::ranges::count_if(outcome.journeys, counts));
    });
}

int countLost(const std::vector<TrialOutcome> &outcomes, Loss::Cause cause)
{
    return static_cast<int>(std::ranges::count_if(outcomes, [cause](const TrialOutcome &outcome) {
        return !outcome.notPlayed.isEmpty() && outcome.lostTo == cause;
    }));
}

} // namespace

bool TrialOutcome::disagrees() const
{
    return std::ranges::any_of(journeys, std::mem_fn(&Comparison::disagrees));
}

bool TrialOutcome::refutes(const TrialOutcome &other) const
{
    if (!hasRecovered && !other.hasRecovered)
        return false;
    return std::ranges::all_of(other.journeys, [this](const Comparison &then) {
        const auto now = std::ranges::find(journeys, then.journey, &Comparison::journey);
        return !then.disagrees() || (now != journeys.end() && now->counts() && now->agrees());
    });
}

int Findings::played() const
{
    return sum(outcomes, [](const TrialOutcome &) { return 1; });
}

int Findings::triedInVain() const
{
    return static_cast<int>(outcomes.size()) - played();
}

int Findings::notKeptUp() const
{
    return countLost(outcomes, Loss::Cause::Machine);
}

int Findings::notWell() const
{
    return countLost(outcomes, Loss::Cause::Fleet);
}

int Findings::notRecovered() const
{
    return static_cast<int>(std::ranges::count(outcomes, false, &TrialOutcome::hasRecovered));
}

int Findings::faultsPlayed() const
{
    return sum(outcomes, [](const TrialOutcome &outcome) { return outcome.trial.standsFor; });
}

double Findings::coverage() const
{
    return faultsPlanned == 0 ? 1 : double(faultsPlayed()) / faultsPlanned;
}

int Findings::compared() const
{
    return journeys(outcomes, std::mem_fn(&Comparison::counts));
}

int Findings::agreed() const
{
    return journeys(outcomes, [](const Comparison &each) { return each.counts() && each.agrees(); });
}

int Findings::unmeasured() const
{
    return journeys(outcomes, [](const Comparison &each) { return !each.isMeasured(); });
}

int Findings::onTheEdge() const
{
    return journeys(outcomes, [](const Comparison &each) { return each.isEdge(); });
}

int Findings::tooCloseToCall() const
{
    return journeys(outcomes, std::mem_fn(&Comparison::isTooClose));
}

double Findings::agreement() const
{
    return compared() == 0 ? 1 : double(agreed()) / compared();
}

double Findings::worstAgreement() const
{
    const int all = compared() + unmeasured() + onTheEdge() + tooCloseToCall();
    return all == 0 ? 1 : double(agreed()) / all;
}

Findings Findings::atFirst() const
{
    Findings first = *this;
    std::erase_if(first.outcomes, [](const TrialOutcome &outcome) { return outcome.trial.isDoubted; });
    first.outcomes.insert(first.outcomes.end(), unconfirmed.begin(), unconfirmed.end());
    first.unconfirmed.clear();
    return first;
}

std::map<std::pair<JourneyState, JourneyState>, int> Findings::confusion() const
{
    std::map<std::pair<JourneyState, JourneyState>, int> table;
    for (const auto &outcome : outcomes) {
        for (const auto &each : outcome.journeys) {
            if (outcome.notPlayed.isEmpty() && each.counts())
                ++table[{each.predicted.state, each.measured}];
        }
    }
    return table;
}

} // namespace services::verification
