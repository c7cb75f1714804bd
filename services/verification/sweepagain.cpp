// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sweep.h"

#include <algorithm>
#include <utility>

// What is tried again, and what becomes of it when that does not help.
namespace services::verification {

using namespace Qt::StringLiterals;
using model::result::Kind;

namespace {

TrialOutcome lostOutcome(Trial trial, const Shape &shape)
{
    TrialOutcome outcome;
    outcome.system = shape.system.id;
    outcome.packaging = shape.packaging.id;
    outcome.policies = shape.policiesName;
    outcome.lostTo = trial.loss.cause;
    const bool isOfMachine = trial.loss.cause == Loss::Cause::Machine;
    outcome.notPlayed
        = isOfMachine ? u"the machine did not keep up: %1"_s.arg(trial.loss.why) : trial.loss.why;
    outcome.trial = std::move(trial);
    return outcome;
}

} // namespace

// Other fleets may have disturbed it without the machine being late.
bool Sweep::isToBeDoubted(const TrialOutcome &outcome) const
{
    return outcome.hadCompany && !outcome.isAsExpected() && m_doubts < m_options.mostDoubts;
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

TrialOutcome Sweep::whatCounts(TrialOutcome first, TrialOutcome alone)
{
    if (!alone.refutes(first))
        return first;
    m_findings.unconfirmed.push_back(std::move(first));
    return alone;
}

void Sweep::playAgain(Trial trial, const Series &part, Loss loss)
{
    trial.loss = std::move(loss);
    if (trial.repeats >= m_options.mostRepeats)
        return giveUp(std::move(trial), part);
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
void Sweep::giveUp(Trial trial, const Series &part)
{
    const auto first = takeDoubted(trial, part);
    count(first ? *first : lostOutcome(std::move(trial), *part.shape));
}

// A fleet that does not work well without a fault may only have had too little of the machine; whatever else
// it is, it does not become better.
void Sweep::troubleWith(const Series &part, std::deque<Trial> trials, const model::result::Error &error)
{
    if (m_around.scope.isCancelled())
        return;
    Q_EMIT troubled(error);
    const bool mayBecomeBetter = error.kind == Kind::Unavailable || error.kind == Kind::TimedOut;
    for (auto &trial : trials) {
        if (mayBecomeBetter) {
            playAgain(std::move(trial), part, {Loss::Cause::Fleet, error.message});
        } else {
            trial.loss = {Loss::Cause::Other, error.message};
            giveUp(std::move(trial), part);
        }
    }
}

// There is no time any more to repeat what came to nothing, or to try again what was in doubt.
void Sweep::giveUpWhatIsLeft()
{
    for (auto &series : std::exchange(m_series, {})) {
        for (auto &trial : series.trials) {
            if (trial.repeats > 0)
                trial.loss.why += u", and there was no time to try it again"_s;
            if (trial.repeats > 0 || trial.isDoubted)
                giveUp(std::move(trial), series);
        }
    }
}

} // namespace services::verification
