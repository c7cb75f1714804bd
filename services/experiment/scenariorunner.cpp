// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenariorunner.h"

#include <services/waiting/pending.h>

#include <algorithm>

namespace services::experiment {

using namespace Qt::StringLiterals;
using namespace model::operation;
using model::result::failure;
using model::result::Kind;

namespace {

constexpr auto lookEvery = std::chrono::milliseconds(20);
// Results arrive in batches, and the shoppers' thread may be busy.
constexpr auto batchesTake = std::chrono::milliseconds(1000);

// An order for something that does not exist is a mistake in the scenario; another failure shows how the
// fleet is.
bool isMistake(const model::result::Error &error)
{
    return error.kind == Kind::NotFound || error.kind == Kind::InvalidInput || error.kind == Kind::Cancelled;
}

} // namespace

ScenarioRunner::ScenarioRunner(Stage stage, QObject *parent)
    : QObject(parent)
    , m_stage(std::move(stage))
{
    for (auto *subject : m_stage.fleets)
        m_players.push_back({subject, RunRecorder(subject->id(), subject->title()), {}});
}

void ScenarioRunner::take(const model::system::PackagingId &fleet, const load::LoadBatch &batch)
{
    for (auto &player : m_players) {
        if (player.subject->id() == fleet)
            player.recorder.take(batch);
    }
}

void ScenarioRunner::look(const model::system::PackagingId &fleet, const Sighting &sighting)
{
    for (auto &player : m_players) {
        if (player.subject->id() == fleet)
            player.recorder.look(sighting);
    }
}

QCoro::Task<Result<std::vector<FleetRecord>>> ScenarioRunner::play(Scenario scenario)
{
    const auto played = co_await playActions(&scenario);
    if (!played) {
        liftWhatIsLeft();
        co_return failure(played.error());
    }
    const auto end = m_stage.timers.now();
    setShoppersPerSecond(0);
    const auto ended = co_await lastAttempts();
    liftWhatIsLeft();
    if (!ended)
        co_return failure(ended.error());
    std::vector<FleetRecord> records;
    for (auto &player : m_players)
        records.push_back(player.recorder.finish(end));
    co_return records;
}

QCoro::Task<Result<void>> ScenarioRunner::playActions(const Scenario *scenario)
{
    Q_EMIT actionBegun(u"%1 shoppers/s warm up for %2 ms"_s.arg(scenario->load.shoppersPerSecond)
                           .arg(scenario->load.warmUp.count()));
    const SetPolicies atTheStart{scenario->policies, {}};
    setPolicies(atTheStart);
    m_seed = scenario->seed;
    for (const auto &each : safeguardTable())
        setSafeguard({each.safeguard, scenario->safeguards.isOn(each.safeguard), {}});
    setShoppersPerSecond(scenario->load.shoppersPerSecond);
    const auto warmedUp = co_await waitFor(scenario->load.warmUp);
    if (!warmedUp)
        co_return warmedUp;
    for (auto &player : m_players)
        player.recorder.begin(m_stage.timers.now());
    for (const Action &action : scenario->actions) {
        Q_EMIT actionBegun(words(action));
        for (auto &player : m_players)
            player.recorder.action(m_stage.timers.now());
        const auto performed = co_await perform(action);
        if (!performed)
            co_return performed;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> ScenarioRunner::perform(Action action)
{
    Result<void> done;
    if (const auto *crash = std::get_if<Crash>(&action)) {
        done = hit(crash->target, false, words(action));
    } else if (const auto *restart = std::get_if<Restart>(&action)) {
        done = hit(restart->target, true, words(action));
    } else if (const auto *injection = std::get_if<Inject>(&action)) {
        done = inject(*injection);
    } else if (const auto *lifting = std::get_if<Lift>(&action)) {
        done = lift(*lifting);
    } else if (const auto *scaling = std::get_if<Scale>(&action)) {
        done = co_await scale(*scaling);
    } else if (const auto *autoscaling = std::get_if<Autoscale>(&action)) {
        done = autoscale(*autoscaling);
    } else if (const auto *load = std::get_if<SetLoad>(&action)) {
        setShoppersPerSecond(load->shoppersPerSecond);
    } else if (const auto *policies = std::get_if<SetPolicies>(&action)) {
        setPolicies(*policies);
    } else if (const auto *safeguard = std::get_if<SetSafeguard>(&action)) {
        setSafeguard(*safeguard);
    } else if (const auto *storming = std::get_if<Storm>(&action)) {
        auto gusts = gustsOf(*storming, m_seed++); // the next storm is another one
        done = co_await storm(std::move(gusts));
    } else if (const auto *wait = std::get_if<Wait>(&action)) {
        done = co_await waitFor(wait->duration);
    } else if (const auto *healthy = std::get_if<WaitUntilHealthy>(&action)) {
        Condition holds = [fleet = healthy->fleet](const Subject &subject) {
            return !subject.isMeantBy(fleet) || subject.isHealthy();
        };
        done = co_await waitUntil(std::move(holds), words(action), healthy->within);
    } else if (const auto *journey = std::get_if<WaitUntilJourney>(&action)) {
        Condition holds = [wanted = *journey](const Subject &subject) {
            return !subject.isMeantBy(wanted.fleet) || subject.tally(wanted.journey).state() == wanted.state;
        };
        done = co_await waitUntil(std::move(holds), words(action), journey->within);
    }
    co_return done;
}

Result<void> ScenarioRunner::hit(const Target &target, bool restart, const QString &words)
{
    for (auto &player : m_players) {
        if (!player.subject->isMeantBy(target.fleet))
            continue;
        const auto now = m_stage.timers.now();
        const auto done = restart ? player.subject->restart(target) : player.subject->crash(target);
        if (!done)
            return failure(done.error());
        if (restart)
            player.recorder.restartOrdered(now);
        else
            player.recorder.fault(words, now);
        player.recorder.health(player.subject->isWhole(), now);
    }
    return {};
}

QCoro::Task<Result<void>> ScenarioRunner::scale(Scale action)
{
    for (auto &player : m_players) {
        if (!player.subject->isMeantBy(action.target.fleet))
            continue;
        const auto scaled = co_await player.subject->scale(action.target, action.instances);
        if (!scaled && isMistake(scaled.error()))
            co_return scaled;
        if (!scaled)
            player.recorder.waitedInVain(words(action), scaled.error().message, m_stage.timers.now());
    }
    co_return Result<void>();
}

void ScenarioRunner::setPolicies(const SetPolicies &action)
{
    for (auto *subject : m_stage.fleets) {
        if (subject->isMeantBy(action.fleet))
            subject->setPolicies(action.change);
    }
}

void ScenarioRunner::setSafeguard(const SetSafeguard &action)
{
    for (auto *subject : m_stage.fleets) {
        if (subject->isMeantBy(action.fleet))
            subject->setSafeguard(action.safeguard, action.on);
    }
}

Result<void> ScenarioRunner::autoscale(const Autoscale &action)
{
    for (auto &player : m_players) {
        if (!player.subject->isMeantBy(action.target.fleet))
            continue;
        if (const auto done = player.subject->autoscale(action.target, action.settings); !done)
            return done;
    }
    return {};
}

QCoro::Task<Result<void>> ScenarioRunner::waitFor(std::chrono::nanoseconds duration)
{
    const auto until = m_stage.timers.now() + duration;
    while (m_stage.timers.now() < until) {
        const auto breathed = co_await breathe();
        if (!breathed)
            co_return breathed;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>>
ScenarioRunner::waitUntil(Condition holds, QString what, std::chrono::milliseconds within)
{
    const auto until = m_stage.timers.now() + within;
    while (!std::ranges::all_of(m_stage.fleets, [&](const Subject *subject) { return holds(*subject); })
           && m_stage.timers.now() <= until) {
        const auto breathed = co_await breathe();
        if (!breathed)
            co_return breathed;
    }
    for (auto &player : m_players) {
        if (!holds(*player.subject))
            player.recorder.waitedInVain(what, u"not within %1 ms"_s.arg(within.count()),
                                         m_stage.timers.now());
    }
    co_return Result<void>();
}

// What began within the run still counts: customers who hang at the end would be those who fail.
QCoro::Task<Result<void>> ScenarioRunner::lastAttempts()
{
    std::chrono::milliseconds longest{0};
    for (const auto *subject : m_stage.fleets)
        longest = std::max(longest, subject->longestAttempt());
    const auto ended = co_await untilQuiet(longest + batchesTake);
    if (!ended || isQuiet())
        co_return ended;
    for (auto *subject : m_stage.fleets)
        subject->endAttempts();
    const auto told = co_await untilQuiet(batchesTake);
    co_return told;
}

QCoro::Task<Result<void>> ScenarioRunner::untilQuiet(std::chrono::milliseconds within)
{
    const auto until = m_stage.timers.now() + within;
    while (!isQuiet() && m_stage.timers.now() < until) {
        const auto slept = co_await waiting::sleepFor(m_stage.scope, m_stage.timers, lookEvery);
        if (!slept)
            co_return slept;
    }
    co_return Result<void>();
}

bool ScenarioRunner::isQuiet() const
{
    return std::ranges::all_of(m_stage.fleets, &Subject::isQuiet);
}

// A short wait, after which it looks how the fleets are.
QCoro::Task<Result<void>> ScenarioRunner::breathe()
{
    const auto slept = co_await waiting::sleepFor(m_stage.scope, m_stage.timers, lookEvery);
    for (auto &player : m_players)
        player.recorder.health(player.subject->isWhole(), m_stage.timers.now());
    co_return slept;
}

void ScenarioRunner::setShoppersPerSecond(double rate)
{
    for (auto *subject : m_stage.fleets)
        subject->setShoppersPerSecond(rate);
}

} // namespace services::experiment
