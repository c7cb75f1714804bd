// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "steadyload.h"

#include <algorithm>

namespace services::platform {

using namespace std::chrono_literals;
using capacity::ProcessorUse;
using model::analysis::Seconds;

namespace {

constexpr auto warmUp = 2s;
constexpr auto shortestWindow = 5s;
constexpr auto longestWindow = 20s;
constexpr double enough = 250; // shoppers in a window
constexpr auto lastAnswers = 1500ms; // of those who came within the window
constexpr auto patience = 8s; // with those who are still waiting
constexpr double batches = 0.04; // of those who came may be told with the window before or after
constexpr double fewOpen = 2; // shoppers: the same, when few come
constexpr std::size_t mostKept = 6;

std::chrono::nanoseconds lengthFor(double shoppersPerSecond)
{
    const auto wanted = std::chrono::ceil<std::chrono::nanoseconds>(Seconds(enough / shoppersPerSecond));
    return std::clamp<std::chrono::nanoseconds>(wanted, shortestWindow, longestWindow);
}

int missing(int came, int ended)
{
    const int open = came - ended;
    return open > std::max(batches * came, fewOpen) ? open : 0;
}

} // namespace

SteadyLoad::SteadyLoad(const model::system::System &system)
    : m_system(system)
{
}

void SteadyLoad::take(const load::LoadBatch &batch, Instant now)
{
    for (auto &window : m_open) {
        for (const auto &result : batch.results)
            window.trial.take(result);
        if (now <= window.trial.end())
            window.came += batch.arrivals - batch.withoutShopper;
    }
}

std::shared_ptr<const SteadySnapshot> SteadyLoad::look(Instant now, const Conditions &conditions)
{
    if (conditions != m_conditions || !conditions.isUndisturbed || conditions.shoppersPerSecond <= 0) {
        m_conditions = conditions;
        m_since.reset();
        m_open.clear();
        m_kept.clear();
        return m_newest;
    }
    if (!m_since)
        m_since = now;
    if (m_open.empty() || m_open.back().hasEnded) {
        if (now - *m_since >= warmUp)
            beginWindow(now);
    } else if (auto &current = m_open.back(); now >= current.trial.end()) {
        current.hasEnded = true;
        current.trial.takeProcessors(ProcessorUse::now().since(current.before));
        beginWindow(current.trial.end());
    }
    while (!m_open.empty() && isAnswered(m_open.front(), now)) {
        keep(m_open.front());
        m_open.pop_front();
    }
    return m_newest;
}

void SteadyLoad::beginWindow(Instant begin)
{
    const auto length = lengthFor(m_conditions.shoppersPerSecond);
    m_open.push_back({capacity::Trial(begin, begin + length), 0, ProcessorUse::now(), false});
}

bool SteadyLoad::isAnswered(const Window &window, Instant now) const
{
    if (!window.hasEnded || now < window.trial.end() + lastAnswers)
        return false;
    return now >= window.trial.end() + patience || missing(window.came, window.trial.attempts()) == 0;
}

void SteadyLoad::keep(const Window &window)
{
    if (window.trial.attempts() == 0 && window.came == 0)
        return;
    m_kept.push_back(window);
    if (m_kept.size() > mostKept)
        m_kept.pop_front();
    SteadySnapshot snapshot;
    snapshot.until = window.trial.end();
    snapshot.packaging = m_conditions.packaging;
    snapshot.latest = figuresOf({window});
    snapshot.recent = figuresOf(m_kept);
    m_newest = std::make_shared<const SteadySnapshot>(std::move(snapshot));
}

SteadyFigures SteadyLoad::figuresOf(const std::deque<Window> &windows) const
{
    auto trial = windows.front().trial;
    for (auto next = windows.begin() + 1; next != windows.end(); ++next)
        trial.append(next->trial);
    SteadyFigures figures;
    for (const auto &window : windows)
        figures.unanswered += missing(window.came, window.trial.attempts());
    figures.seconds = trial.seconds();
    figures.attempts = trial.attempts();
    figures.shoppersPerSecond = (figures.attempts + figures.unanswered) / figures.seconds;
    figures.failed = trial.failed();
    figures.mean = trial.mean(m_system);
    figures.p95 = trial.p95(m_system);
    for (const auto &journey : trial.asItCame(m_system).journeys)
        figures.cameFor.push_back(static_cast<int>(journey.weight));
    figures.processors = Seconds(trial.processors().used).count() / figures.seconds;
    figures.waiting = Seconds(trial.processors().waited).count() / figures.seconds;
    return figures;
}

} // namespace services::platform
