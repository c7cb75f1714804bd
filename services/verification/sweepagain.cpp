// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sweep.h"

#include <algorithm>
#include <utility>

// What is tried again, and what becomes of it when that does not help.
namespace services::verification {

using namespace Qt::StringLiterals;
using model::result::Kind;

// Other fleets may have disturbed it without the machine being late.
bool Sweep::isToBeDoubted(const TrialOutcome &outcome, const Series &part) const
{
    return part.company != Company::Nobody && outcome.disagrees() && m_doubts < m_options.mostDoubts;
}

void Sweep::doubt(TrialOutcome outcome, const Series &part)
{
    ++m_doubts;
    Q_EMIT doubted(outcome);
    auto again = outcome.trial;
    again.isDoubted = true;
    playLater(std::move(again), part, Company::Nobody);
    m_doubted.push_back({part.shape, std::move(outcome)});
}

std::optional<TrialOutcome> Sweep::takeDoubted(const Trial &trial, const Series &part)
{
    const auto found = std::ranges::find_if(m_doubted, [&](const Doubted &each) {
        return each.shape == part.shape && each.outcome.trial.faults == trial.faults;
    });
    if (found == m_doubted.end())
        return {};
    auto outcome = std::move(found->outcome);
    m_doubted.erase(found);
    return outcome;
}

void Sweep::playAgain(Trial trial, const Series &part, const QString &why)
{
    if (trial.repeats >= m_options.mostRepeats)
        return giveUp(std::move(trial), part, why);
    ++trial.repeats;
    ++m_findings.repeats;
    playLater(std::move(trial), part, part.company == Company::Many ? Company::Few : Company::Nobody);
}

void Sweep::playLater(Trial trial, const Series &part, Company company)
{
    const auto found = std::ranges::find_if(
        m_series, [&](const Series &each) { return each.company == company && each.shape == part.shape; });
    auto &series = found != m_series.end() ? *found : m_series.emplace_back(Series{part.shape, {}, company});
    series.trials.push_back(std::move(trial));
}

// What it was like at first counts, if it was tried again for that.
void Sweep::giveUp(Trial trial, const Series &part, const QString &why)
{
    auto outcome = takeDoubted(trial, part).value_or(TrialOutcome());
    if (outcome.journeys.empty()) {
        outcome.system = part.shape->system.id;
        outcome.packaging = part.shape->packaging.id;
        outcome.policies = part.shape->policiesName;
        outcome.trial = std::move(trial);
        outcome.keptUp = false;
        outcome.notPlayed = u"the machine did not keep up: %1"_s.arg(why);
    }
    m_findings.outcomes.push_back(outcome);
    Q_EMIT played(outcome);
}

// A fleet that does not work well without a fault may only have had too little of the machine; whatever else
// it is, it does not become better.
void Sweep::troubleWith(const Series &part, std::deque<Trial> trials, const model::result::Error &error)
{
    if (m_around.scope.isCancelled())
        return;
    Q_EMIT troubled(error);
    if (error.kind != Kind::Unavailable && error.kind != Kind::TimedOut)
        return;
    for (auto &trial : trials)
        playAgain(std::move(trial), part, error.message);
}

// There is no time any more to repeat what came to nothing, or to try again what disagreed.
void Sweep::giveUpWhatIsLeft()
{
    for (auto &series : std::exchange(m_series, {})) {
        for (auto &trial : series.trials) {
            if (trial.repeats > 0 || trial.isDoubted)
                giveUp(std::move(trial), series, u"there was no time to try it again"_s);
        }
    }
}

} // namespace services::verification
