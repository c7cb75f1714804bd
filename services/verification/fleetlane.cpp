// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fleetlane.h"

#include <services/waiting/pending.h>

#include <QDir>

#include <algorithm>

namespace services::verification {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using experiment::FleetUnderLoad;
using model::result::failure;
using model::result::Kind;
using std::chrono::milliseconds;

namespace {

constexpr auto lookEvery = 50ms;
constexpr int looksAnErrand = 20;
constexpr auto wellFor = 3s; // until the next fault: every journey is tried some twenty times
constexpr auto shoppersTake = 60s;
constexpr auto stopTakes = 5s;

} // namespace

FleetLane::FleetLane(Surroundings surroundings, Options options)
    : m_around(surroundings)
    , m_options(std::move(options))
{
}

FleetLane::~FleetLane() = default;

QCoro::Task<Result<void>> FleetLane::open(std::shared_ptr<const Shape> shape)
{
    co_await close();
    m_shape = std::move(shape);
    m_folder = std::make_unique<QTemporaryDir>(QDir(m_options.dataFolder).filePath(u"verify-XXXXXX"_s));
    if (!m_folder->isValid())
        co_return failure(
            Kind::ReadOnly,
            u"No folder can be made in %1. Choose another one with --data."_s.arg(m_options.dataFolder),
            m_options.dataFolder);
    FleetUnderLoad::Options options;
    options.plan.system = m_shape->system;
    options.plan.packaging = m_shape->packaging;
    options.plan.dataFolder = m_folder->path();
    options.plan.templatesFolder = m_options.templatesFolder;
    options.plan.options.seed = m_options.seed + static_cast<quint64>(m_fleets);
    options.plan.options.policies = m_shape->policies;
    options.shoppers.seed = m_options.seed + static_cast<quint64>(m_fleets);
    ++m_fleets;
    m_fleet = std::make_unique<FleetUnderLoad>(std::move(options), *m_shape->factory);
    connect(m_fleet.get(), &FleetUnderLoad::batchArrived, this, [this](const load::LoadBatch &batch) {
        if (m_observation)
            m_observation->take(batch);
        m_pace.take(batch);
    });
    const auto started = co_await m_fleet->start();
    if (!started)
        co_return started;
    const auto come = co_await shoppersCome();
    co_return come;
}

QCoro::Task<Result<void>> FleetLane::shoppersCome()
{
    m_fleet->setShoppersPerSecond(m_shape->shoppersPerSecond); // who begin when enough have logged in
    const auto until = m_around.timers.now() + shoppersTake;
    while (!m_fleet->areShoppersReady()) {
        if (m_around.timers.now() > until)
            co_return failure(
                Kind::TimedOut,
                u"The shoppers of %1 could not log in within a minute"_s.arg(m_shape->system.title));
        const auto slept = co_await breathe();
        if (!slept)
            co_return slept;
    }
    m_opened = m_guarded = m_around.timers.now();
    m_hasRecovered = co_await becomesWell();
    if (!m_hasRecovered)
        co_return failure(Kind::Unavailable,
                          u"%1 as %2 does not work well even without a fault. Is the machine too busy?"_s.arg(
                              m_shape->system.title, m_shape->packaging.id.value));
    co_return Result<void>();
}

QCoro::Task<> FleetLane::close()
{
    if (!m_fleet)
        co_return;
    m_fleet->stop();
    const auto until = m_around.timers.now() + stopTakes;
    while (!m_fleet->fleet().isStopped() && m_around.timers.now() < until) {
        const auto slept = co_await breathe();
        if (!slept)
            break;
    }
    m_fleet.reset();
    m_folder.reset();
}

QCoro::Task<Result<TrialOutcome>> FleetLane::play(Trial trial)
{
    if (!m_hasRecovered) {
        const auto opened = co_await open(m_shape);
        if (!opened)
            co_return failure(opened.error());
    }
    TrialOutcome outcome;
    outcome.system = m_shape->system.id;
    outcome.packaging = m_shape->packaging.id;
    outcome.policies = m_shape->policiesName;
    outcome.trial = trial;
    const auto suffered = co_await suffer(&trial, &outcome);
    if (!suffered)
        co_return failure(suffered.error());
    co_return outcome;
}

QCoro::Task<Result<void>> FleetLane::suffer(const Trial *trial, TrialOutcome *outcome)
{
    const auto guarded = co_await untilGuarded(trial);
    if (!guarded)
        co_return guarded;
    const auto turns = co_await turnsOf(trial);
    m_settling.emplace(Settling::optionsFor(*m_shape, *trial, turns));
    m_begin = m_around.timers.now();
    m_observation.emplace(m_begin, m_settling->longestWindow());
    m_pace = {};
    const auto injected = inject(*trial);
    if (!injected)
        outcome->notPlayed = injected.error().message;
    Result<void> settled;
    if (injected)
        settled = co_await untilSettled();
    if (injected && settled) {
        if (const auto out = m_errand.outFor(); out > Pace::errandLateAfter)
            m_pace.ran(out);
        outcome->pace = m_pace;
        settled = co_await compare(outcome);
    }
    lift(*trial);
    if (!settled)
        co_return settled;
    m_hasRecovered = co_await becomesWell();
    outcome->hasRecovered = m_hasRecovered;
    forget();
    if (m_around.scope.isCancelled())
        co_return failure(Kind::Cancelled, u"Interrupted"_s);
    co_return Result<void>();
}

Result<void> FleetLane::inject(const Trial &trial)
{
    guard();
    for (const auto &fault : trial.faults) {
        if (const auto injected = m_fleet->inject(fault); !injected)
            return injected;
    }
    return {};
}

void FleetLane::lift(const Trial &trial)
{
    const auto inForce = m_fleet->fleet().faultsInForce();
    for (const auto &fault : trial.faults) {
        if (std::ranges::find(inForce, fault) != inForce.end())
            (void)m_fleet->lift(fault); // it is in force, so that this cannot fail
    }
}

// When breakers have counted few calls, it is chance whether those which are bad now and then open them.
QCoro::Task<Result<void>> FleetLane::untilGuarded(const Trial *trial)
{
    Result<void> waited;
    const auto &breaker = m_shape->policies.calls.breaker;
    if (!breaker || !Settling::isOfChance(*trial))
        co_return waited;
    guard();
    while (waited && guardedFor(m_around.timers.now()) < breaker->window)
        waited = co_await breathe();
    co_return waited;
}

QCoro::Task<Result<void>> FleetLane::untilSettled()
{
    while (!m_settling->isSettled(states(), between(m_begin, m_around.timers.now()))) {
        const auto slept = co_await breathe();
        if (!slept)
            co_return slept;
    }
    co_return Result<void>();
}

void FleetLane::guard()
{
    if (!std::exchange(m_hasForgotten, false))
        return;
    m_fleet->setPolicies(m_shape->policies);
    m_guarded = m_around.timers.now();
}

// Breakers and ejections begin anew with the next trial: what happened in this one must not count in it.
void FleetLane::forget()
{
    auto forgetful = m_shape->policies;
    forgetful.calls.breaker.reset();
    forgetful.units.ejection.reset();
    m_fleet->setPolicies(forgetful);
    m_hasForgotten = true;
}

// Only who begins from now on tells whether all is well again.
QCoro::Task<bool> FleetLane::becomesWell()
{
    const auto begin = m_around.timers.now();
    m_observation.emplace(begin, wellFor);
    bool isInTime = true;
    while (isInTime && (m_around.timers.now() < begin + wellFor || !isWell())) {
        const auto slept = co_await breathe();
        isInTime = slept && m_around.timers.now() <= begin + m_options.recoversWithin;
    }
    m_observation.reset();
    co_return isInTime;
}

QCoro::Task<Result<void>> FleetLane::breathe()
{
    const auto until = m_around.timers.now() + lookEvery;
    const auto slept = co_await waiting::sleepFor(m_around.scope, m_around.timers, lookEvery);
    m_pace.woke(m_around.timers.now() - until);
    watchBackground();
    co_return slept;
}

void FleetLane::watchBackground()
{
    for (const auto late : m_errand.takeLateness())
        m_pace.ran(late);
    if (m_looks++ % looksAnErrand == 0)
        m_errand.send();
}

bool FleetLane::isWell() const
{
    const auto now = m_around.timers.now();
    return m_fleet->isHealthy()
        && std::ranges::all_of(m_shape->system.journeys, [&](const model::system::Journey &journey) {
               return journey.weight <= 0
                   || m_observation->tally(journey.id, now, wellFor).state() == JourneyState::Working;
           });
}

} // namespace services::verification
