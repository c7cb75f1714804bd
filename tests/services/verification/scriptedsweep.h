// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/verification/sweep.h>
#include <services/waiting/pending.h>

#include <tests/support/faketimers.h>
#include <tests/support/waitfor.h>

#include <algorithm>

namespace tests::verification {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::verification;
using model::operation::Fault;
using model::result::failure;
using model::result::Kind;

inline Trial trialOf(const QString &capability)
{
    Fault fault;
    fault.target.capability = {capability};
    return {{fault}, 1};
}

// What a machine does to trials, as a test says; each takes ten seconds.
struct World
{
    explicit World(tests::support::FakeTimers &time)
        : timers(time)
    {
    }

    tests::support::FakeTimers &timers;
    std::map<QString, int> lateTimes; // how often the machine does not keep up, by capability
    std::map<QString, int> wrongTimes; // how often customers fare worse than predicted, by capability
    std::map<QString, int> unwellTimes; // how often the fleet does not recover, by capability
    QStringList close; // capabilities where, unless customers fare worse, it is too close to call
    int badOpenings = 0; // fleets which do not work well even without a fault
    Kind badKind = Kind::Unavailable;
    QStringList played; // capabilities
    int opened = 0;
};

class ScriptedLane final : public Lane
{
public:
    ScriptedLane(World &world, services::waiting::WaitScope &scope)
        : m_world(world)
        , m_scope(scope)
    {
    }

    QCoro::Task<Result<void>> open(std::shared_ptr<const Shape>) override
    {
        ++m_world.opened;
        if (m_world.badOpenings-- > 0)
            co_return failure(m_world.badKind, u"it does not work well even without a fault"_s);
        co_return Result<void>();
    }
    QCoro::Task<Result<TrialOutcome>> play(Trial trial) override
    {
        const auto name = trial.faults.front().target.capability.value;
        m_world.played.append(name);
        const auto slept = co_await services::waiting::sleepFor(m_scope, m_world.timers, 10s);
        if (!slept)
            co_return failure(slept.error());
        TrialOutcome outcome;
        outcome.trial = std::move(trial);
        const auto said = m_world.wrongTimes[name]-- > 0 ? JourneyState::Working : JourneyState::Down;
        const bool isDecided = said == JourneyState::Working || !m_world.close.contains(name);
        outcome.journeys = {Comparison{{u"buy"_s}, {said, {}}, {9, 0}, JourneyState::Down, {}, isDecided}};
        outcome.hasRecovered = m_world.unwellTimes[name]-- <= 0;
        outcome.pace.woke(m_world.lateTimes[name]-- > 0 ? 1s : 0s);
        co_return outcome;
    }
    QCoro::Task<> close() override { co_return; }

private:
    World &m_world;
    services::waiting::WaitScope &m_scope;
};

// A sweep on such a machine, in a time of its own.
class ScriptedSweep
{
public:
    Findings swept(const std::vector<QString> &names,
                   Sweep::Options options = oneLane(),
                   const std::vector<QString> &heavy = {})
    {
        services::waiting::WaitScope scope;
        const auto make = [&](int) { return std::make_unique<ScriptedLane>(world, scope); };
        Series series{std::make_shared<const Shape>(), {}, Company::Many};
        std::ranges::transform(names, std::back_inserter(series.trials), trialOf);
        Series half{series.shape, {}, Company::Half};
        std::ranges::transform(heavy, std::back_inserter(half.trials), trialOf);
        Sweep sweep({series, half}, {scope, timers, make}, options);
        QObject::connect(&sweep, &Sweep::slowedDown, &sweep, [this](int lanes) { slowedDown.append(lanes); });
        QObject::connect(&sweep, &Sweep::spedUp, &sweep, [this](int lanes) { spedUp.append(lanes); });
        auto findings = std::make_shared<std::optional<Result<Findings>>>();
        const auto running = tests::support::detail::keepResult(sweep.run(), findings);
        for (int i = 0; i < 1000 && !findings->has_value(); ++i)
            timers.advance(1s);
        scope.cancel();
        return *findings && **findings ? ***findings : Findings();
    }
    static Sweep::Options oneLane()
    {
        Sweep::Options options;
        options.lanes = 1;
        return options;
    }
    static Sweep::Options sideBySide()
    {
        Sweep::Options options;
        options.lanes = 3;
        options.trialsAtOnce = 1;
        return options;
    }

    tests::support::FakeClock clock;
    tests::support::FakeTimers timers{clock};
    World world{timers};
    QList<int> slowedDown;
    QList<int> spedUp;
};

} // namespace tests::verification
