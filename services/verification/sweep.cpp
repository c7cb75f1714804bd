// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sweep.h"

namespace services::verification {

using model::result::failure;
using model::result::Kind;

Sweep::Sweep(std::vector<Series> series, Lane::Surroundings surroundings, Options options)
    : m_series(std::move(series))
    , m_around(surroundings)
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
    const double last = shareOfThoseAlone();
    const auto played = co_await playAll(false, m_options.lanes, end(1 - last));
    if (!played)
        co_return failure(played.error());
    const auto playedAlone = co_await playAll(true, 1, end(1));
    if (!playedAlone)
        co_return failure(playedAlone.error());
    Result<Findings> findings = m_findings;
    co_return findings;
}

// One lane takes as long for a trial as many lanes do for as many.
double Sweep::shareOfThoseAlone() const
{
    double alone = 0;
    double others = 0;
    for (const auto &each : m_series)
        (each.isAlone ? alone : others) += static_cast<double>(each.trials.size());
    alone *= m_options.lanes;
    return alone + others > 0 ? alone / (alone + others) : 0;
}

Instant Sweep::end(double share) const
{
    if (!m_options.budget)
        return Instant::max();
    return m_begin + std::chrono::duration_cast<Instant::duration>(*m_options.budget * share);
}

QCoro::Task<Result<void>> Sweep::playAll(bool alone, int lanes, Instant until)
{
    for (const auto &each : m_series) {
        if (each.isAlone == alone && !each.trials.empty())
            m_waiting.push_back(each);
    }
    std::vector<std::unique_ptr<Lane>> all;
    std::vector<QCoro::Task<Result<void>>> working;
    for (int i = 0; i < lanes; ++i) {
        auto options = m_options.lane;
        options.seed += static_cast<quint64>(i) * 1000;
        all.push_back(std::make_unique<Lane>(m_around, std::move(options)));
        working.push_back(work(all.back().get(), until));
    }
    Result<void> outcome;
    for (auto &task : working) {
        const auto worked = co_await task;
        if (!worked)
            outcome = worked;
    }
    m_waiting.clear();
    co_return outcome;
}

// Whoever has nothing to do takes the next series for a while and puts it back behind the others.
QCoro::Task<Result<void>> Sweep::work(Lane *lane, Instant until)
{
    Result<void> outcome;
    while (outcome && !m_waiting.empty() && m_around.timers.now() < until) {
        Series series = std::move(m_waiting.front());
        m_waiting.pop_front();
        outcome = co_await playSome(lane, &series, until);
        if (!series.trials.empty())
            m_waiting.push_back(std::move(series));
    }
    co_await lane->close();
    co_return outcome;
}

QCoro::Task<Result<void>> Sweep::playSome(Lane *lane, Series *series, Instant until)
{
    auto &trials = series->trials;
    const auto opened = co_await lane->open(series->shape);
    if (!opened) {
        trials.clear(); // it would not go better the next time
        Q_EMIT troubled(opened.error());
        co_return m_around.scope.isCancelled() ? opened : Result<void>();
    }
    for (std::size_t count = 0; count < m_options.trialsAtOnce && !trials.empty(); ++count) {
        if (m_around.timers.now() >= until)
            break;
        Trial trial = std::move(trials.front());
        trials.erase(trials.begin());
        const auto outcome = co_await lane->play(std::move(trial));
        if (!outcome) {
            Q_EMIT troubled(outcome.error());
            co_return m_around.scope.isCancelled() ? Result<void>(failure(outcome.error())) : Result<void>();
        }
        m_findings.outcomes.push_back(*outcome);
        Q_EMIT played(*outcome);
    }
    co_return Result<void>();
}

} // namespace services::verification
