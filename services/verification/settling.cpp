// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settling.h"

#include "certainty.h"

#include <algorithm>

namespace services::verification {

using namespace std::chrono_literals;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultSetting;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds patience = 5000ms; // of a customer
constexpr int looks = 2; // at what is close, besides the first
constexpr milliseconds longestFilling = 30'000ms;
constexpr milliseconds turnsTake
    = 2000ms; // until whoever began before a turn has ended; and no time is exact

// Somebody may wait for an answer that does not come.
bool keepsWaiting(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::Freeze:
    case FaultKind::Hang:
    case FaultKind::CutOff:
    case FaultKind::CutRequests:
    case FaultKind::CutReplies:
        return true;
    default:
        return false;
    }
}

// It comes and goes, or takes only some requests.
bool comesAndGoes(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::CrashLoop:
    case FaultKind::MemoryLeak:
    case FaultKind::SlowJittered:
    case FaultKind::SlowTail:
    case FaultKind::LinkLoss:
    case FaultKind::LinkBandwidth:
    case FaultKind::TrafficSpike:
    case FaultKind::RetryStorm:
        return true;
    case FaultKind::CpuBurn: // its share is that of each moment
        return false;
    default:
        return fault.setting(FaultSetting::Share) > 0 && fault.setting(FaultSetting::Share) < 1;
    }
}

// Until the requests of one journey that hang have taken every place of a unit, of the largest.
milliseconds fillingTime(const Shape &shape)
{
    double most = 0;
    for (const auto &unit : shape.packaging.units) {
        double places = 0;
        for (const auto &id : unit.capabilities)
            places += shape.system.capability(id)->inFlightLimit;
        most = std::max(most, places);
    }
    const double perSecond = shape.shoppersPerSecond
        / static_cast<double>(std::max<std::size_t>(1, shape.system.journeys.size()));
    return std::min(longestFilling,
                    milliseconds(static_cast<qint64>(1000 * most / std::max(0.1, perSecond))));
}

// How far a predicted time may be off.
milliseconds inexact(milliseconds turn)
{
    return turn / 20;
}

milliseconds lostAfter(const model::system::Journey &journey)
{
    milliseconds longest = 0ms;
    for (const auto &step : journey.steps)
        longest = std::max(longest, step.until ? step.until->lostAfter : 0ms);
    return longest;
}

} // namespace

bool Settling::isOfChance(const Trial &trial)
{
    return std::ranges::any_of(
        trial.faults, [](const Fault &fault) { return fault.target.instance != 0 || comesAndGoes(fault); });
}

Settling::Options Settling::optionsFor(const Shape &shape, const Trial &trial, const Turns &turns)
{
    Options options;
    for (const auto &journey : shape.system.journeys)
        options.lostAfter = std::max(options.lostAfter, lostAfter(journey));
    const bool hangs = std::ranges::any_of(trial.faults, keepsWaiting);
    if (hangs)
        options.atLeast = patience + 4s;
    if (hangs && !shape.policies.calls.timeout)
        options.atLeast += fillingTime(shape);
    if (isOfChance(trial)) {
        options.window = 8s;
        options.atLeast = std::max(options.atLeast, 12'000ms);
    }
    if (turns.last > 0ms)
        options.atLeast
            = std::max(options.atLeast, turns.last + inexact(turns.last) + options.window + turnsTake);
    options.atMost = std::max(options.atMost, options.atLeast + options.mostMore);
    const auto end = turns.next ? *turns.next - inexact(*turns.next) : latestEnd;
    options.atMost = std::max(options.atLeast, std::min(options.atMost, end));
    return options;
}

milliseconds Settling::overAfter(const model::system::Journey &journey, milliseconds turn)
{
    const auto awaited = lostAfter(journey);
    return turn > awaited + turnsTake ? turn + awaited : turn;
}

Settling::Settling(Options options)
    : m_options(options)
{
}

// Attempts which are late and not lost yet say "degraded" until the first ones are lost.
bool Settling::isUndecided(const States &states, milliseconds since) const
{
    if (since > m_options.lostAfter + m_options.window + m_options.steadyFor)
        return false;
    return std::ranges::any_of(states, [&](const auto &each) {
        const auto &tally = each.second;
        return tally.attempts < m_options.fewest
            || (m_options.lostAfter > 0ms && tally.late > 0 && tally.state() == JourneyState::Degraded);
    });
}

milliseconds Settling::window(milliseconds since) const
{
    return m_options.window + (m_steadyAt ? since - *m_steadyAt : 0ms);
}

bool Settling::isSettled(const States &states, milliseconds since)
{
    if (since >= m_options.atMost)
        return true;
    if (!m_steadyAt && isSteady(states, since))
        m_steadyAt = since;
    if (!m_steadyAt || !mayLook(since))
        return false;
    bool areDecided = true;
    m_areOnlyFew = true;
    for (const auto &[journey, tally] : states) {
        areDecided = areDecided && isDecided(tally);
        m_areOnlyFew = m_areOnlyFew && (isDecided(tally) || isUniform(tally));
    }
    return areDecided || since - *m_steadyAt >= m_options.mostMore;
}

// Now and then at what is close, for many looks would find a lucky moment; all the time at what is only few:
// it is decided at a certain number, or becomes close.
bool Settling::mayLook(milliseconds since)
{
    if (since < m_nextLook)
        return m_areOnlyFew;
    const auto pause = m_options.mostMore / looks;
    m_nextLook = *m_steadyAt + ((since - *m_steadyAt) / pause + 1) * pause;
    return true;
}

bool Settling::isSteady(const States &states, milliseconds since)
{
    std::map<model::system::JourneyId, JourneyState> now;
    for (const auto &[journey, tally] : states)
        now.emplace(journey, tally.state());
    if (now != m_last)
        m_steadySince = since;
    m_last = std::move(now);
    return since >= m_options.atLeast && since - m_steadySince >= m_options.steadyFor
        && !isUndecided(states, since);
}

} // namespace services::verification
