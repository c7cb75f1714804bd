// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sweep.h"

#include <services/waiting/pending.h>

#include <algorithm>
#include <utility>

namespace services::verification {

using namespace std::chrono_literals;
using model::result::failure;

namespace {

// Of the last trials; more of them in vain, and one fleet less goes on.
constexpr std::size_t rememberedTrials = 10;
constexpr int tooManyLate = 3;
constexpr std::size_t trialsUntilMore = 12; // none of them in vain, and one fleet more goes on again
constexpr auto restFor = 1s; // and then look whether to go on
constexpr int fewer = 2; // times, where the machine did not keep up with many fleets
constexpr double mending = 0.1; // of a limited time: for what has to be tried again

bool hasKeptUp(const TrialOutcome &outcome)
{
    return outcome.pace.keptUp() || !outcome.notPlayed.isEmpty();
}

} // namespace

Sweep::Sweep(std::vector<Series> series, Surroundings surroundings, Options options)
    : m_series(std::make_move_iterator(series.begin()), std::make_move_iterator(series.end()))
    , m_around(std::move(surroundings))
    , m_options(std::move(options))
{
    for (const auto &each : m_series) {
        m_findings.planned += static_cast<int>(each.trials.size());
        for (const auto &trial : each.trials)
            m_findings.faultsPlanned += trial.standsFor;
    }
}

QCoro::Task<Result<Findings>> Sweep::run()
{
    m_begin = m_around.timers.now();
    auto played = co_await playTogether();
    if (played)
        played = co_await playAll(Company::Few, std::max(1, m_options.lanes / fewer), end(1 - mending / 2));
    while (played && isWaiting(Company::Nobody) && m_around.timers.now() < end(1))
        played = co_await playAll(Company::Nobody, 1, end(1));
    if (!played)
        co_return failure(played.error());
    giveUpWhatIsLeft();
    Result<Findings> all = findings();
    co_return all;
}

Findings Sweep::findings() const
{
    auto all = m_findings;
    std::ranges::transform(m_doubted, std::back_inserter(all.outcomes), &Doubted::outcome);
    return all;
}

// Of the time: one lane takes as long for a trial as many lanes do for as many.
double Sweep::shareOfHalf() const
{
    double half = 0;
    double many = 0;
    for (const auto &each : m_series)
        (each.company == Company::Half ? half : many) += static_cast<double>(each.trials.size());
    const double later = std::max(0.0, many - half * (m_options.lanes / 2)) / m_options.lanes;
    return half > 0 ? (1 - mending) * half / (half + later) : 0;
}

Instant Sweep::end(double share) const
{
    if (!m_options.budget)
        return Instant::max();
    return m_begin + std::chrono::duration_cast<Instant::duration>(*m_options.budget * share);
}

bool Sweep::isWaiting(Company company) const
{
    return std::ranges::find(m_series, company, &Series::company) != m_series.end();
}

Sweep::Round Sweep::roundOf(Company company, Instant until)
{
    Round round{{}, 0, 0, until};
    const auto rest = std::ranges::stable_partition(
        m_series, [company](const Series &each) { return each.company != company; });
    round.waiting.assign(std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
    m_series.erase(rest.begin(), rest.end());
    std::erase_if(round.waiting, [](const Series &each) { return each.trials.empty(); });
    return round;
}

void Sweep::putBack(Round &round)
{
    m_series.insert(m_series.end(), std::make_move_iterator(round.waiting.begin()),
                    std::make_move_iterator(round.waiting.end()));
}

// Those that take a processor one after another, the others beside them; more when they are done.
QCoro::Task<Result<void>> Sweep::playTogether()
{
    Round half = roundOf(Company::Half, end(shareOfHalf()));
    Round many = roundOf(Company::Many, end(1 - mending));
    const int beside = half.waiting.empty() ? 0 : m_options.lanes / 2;
    auto playingHalf = play(&half, half.waiting.empty() ? 0 : 1);
    auto playingBeside = play(&many, beside);
    auto outcome = co_await playingHalf;
    const auto rest = co_await play(&many, m_options.lanes - beside);
    const auto first = co_await playingBeside;
    putBack(half);
    putBack(many);
    if (!first)
        outcome = first;
    if (!rest)
        outcome = rest;
    co_return outcome;
}

QCoro::Task<Result<void>> Sweep::playAll(Company company, int lanes, Instant until)
{
    Round round = roundOf(company, until);
    const auto outcome = co_await play(&round, lanes);
    putBack(round);
    co_return outcome;
}

QCoro::Task<Result<void>> Sweep::play(Round *round, int lanes)
{
    round->lanes += lanes;
    std::vector<std::unique_ptr<Lane>> all;
    std::vector<QCoro::Task<Result<void>>> working;
    for (int i = 0; i < lanes; ++i) {
        all.push_back(m_around.makeLane(m_lanesMade++));
        working.push_back(work({all.back().get(), round->made++}, round));
    }
    Result<void> outcome;
    for (auto &task : working) {
        const auto worked = co_await task;
        if (!worked)
            outcome = worked;
    }
    co_return outcome;
}

bool Sweep::isOver(const Round &round) const
{
    return round.waiting.empty() || m_around.timers.now() >= round.until;
}

// Those with the smallest numbers, of those who are still there: else nobody might be left to go on.
bool Sweep::mayPlay(const Worker &worker, const Round &round)
{
    const auto before = std::distance(round.present.begin(), round.present.lower_bound(worker.number));
    return before < round.lanes;
}

// Whoever has nothing to do takes the next trials.
QCoro::Task<Result<void>> Sweep::work(Worker worker, Round *round)
{
    Result<void> outcome;
    round->present.insert(worker.number);
    while (outcome && !isOver(*round)) {
        if (!mayPlay(worker, *round)) {
            co_await worker.lane->close();
            outcome = co_await waiting::sleepFor(m_around.scope, m_around.timers, restFor);
            continue;
        }
        Series part = nextPart(*round);
        ++m_turns;
        ++m_lanesAtWork;
        outcome = co_await playSome(worker, &part, round);
        --m_lanesAtWork;
        if (!part.trials.empty())
            round->waiting.push_back(std::move(part));
    }
    round->present.erase(worker.number);
    co_await worker.lane->close();
    co_return outcome;
}

// The first trials of the series whose turn it is; the others go to the end.
Series Sweep::nextPart(Round &round) const
{
    Series series = std::move(round.waiting.front());
    round.waiting.pop_front();
    Series part{series.shape, {}, series.company};
    while (!series.trials.empty() && part.trials.size() < m_options.trialsAtOnce) {
        part.trials.push_back(std::move(series.trials.front()));
        series.trials.pop_front();
    }
    if (!series.trials.empty())
        round.waiting.push_back(std::move(series));
    return part;
}

// One lane less, when there are others and trials often come to nothing; one more, when none did for long.
// Trials that were under way when it changed say nothing of the new number: the machine that stood still for
// a moment makes all of them late at once.
void Sweep::adjust(Round &round)
{
    const auto remembered = std::min(m_keptUp.size(), rememberedTrials);
    const auto late
        = std::count(m_keptUp.end() - static_cast<std::ptrdiff_t>(remembered), m_keptUp.end(), false);
    if (round.lanes > 1 && late >= tooManyLate)
        Q_EMIT slowedDown(--round.lanes);
    else if (round.lanes < round.made && m_keptUp.size() >= trialsUntilMore
             && std::ranges::count(m_keptUp, false) == 0)
        Q_EMIT spedUp(++round.lanes);
    else
        return;
    m_keptUp.clear();
    m_adjusted = m_around.timers.now();
}

QCoro::Task<Result<void>> Sweep::playSome(Worker worker, Series *part, Round *round)
{
    auto &trials = part->trials;
    const auto opened = co_await worker.lane->open(part->shape);
    if (!opened) {
        troubleWith(*part, std::exchange(trials, {}), opened.error());
        co_return m_around.scope.isCancelled() ? opened : Result<void>();
    }
    while (!trials.empty() && m_around.timers.now() < round->until && mayPlay(worker, *round)) {
        const Trial trial = std::move(trials.front());
        trials.pop_front();
        const bool hasCompany = m_lanesAtWork > 1;
        const int turns = m_turns;
        const auto begin = m_around.timers.now();
        auto outcome = co_await worker.lane->play(trial);
        if (!outcome) {
            troubleWith(*part, {trial}, outcome.error());
            co_return m_around.scope.isCancelled() ? Result<void>(failure(outcome.error())) : Result<void>();
        }
        outcome->hadCompany = hasCompany || turns != m_turns;
        if (begin >= m_adjusted)
            remember(*outcome);
        take(*std::move(outcome), *part);
        adjust(*round);
    }
    co_return Result<void>();
}

void Sweep::remember(const TrialOutcome &outcome)
{
    m_keptUp.push_back(hasKeptUp(outcome));
    if (m_keptUp.size() > trialsUntilMore)
        m_keptUp.pop_front();
}

void Sweep::take(TrialOutcome outcome, const Series &part)
{
    if (!hasKeptUp(outcome))
        return playAgain(std::move(outcome.trial), part, {Loss::Cause::Machine, outcome.pace.words()});
    if (isToBeDoubted(outcome))
        return doubt(std::move(outcome), part);
    if (auto first = takeDoubted(outcome.trial, part))
        outcome = whatCounts(*std::move(first), std::move(outcome));
    count(outcome);
}

void Sweep::count(const TrialOutcome &outcome)
{
    m_findings.outcomes.push_back(outcome);
    Q_EMIT played(outcome);
}

} // namespace services::verification
