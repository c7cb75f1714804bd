// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacitysession.h"

#include <services/platform/templatecache.h>

#include <QCoreApplication>
#include <QThread>
#include <QTimer>

namespace services::lab {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using capacity::Point;
using capacity::ProcessorUse;
using capacity::Trial;
using model::analysis::Capacity;
using model::analysis::MachineCosts;
using model::analysis::Seconds;
using model::packaging::Packaging;
using model::result::Result;

namespace {

constexpr std::chrono::milliseconds longestWarmUp
    = 2s; // under a new load, until queues are as long as they get
constexpr auto lastAnswers = 1500ms; // of those who came within the window
constexpr double idleLoad = 20; // shoppers per second, so few that none waits for another
constexpr std::chrono::milliseconds longestIdleWindow = 6s;

} // namespace

CapacitySession::CapacitySession(CapacityOrder order,
                                 QString dataFolder,
                                 std::shared_ptr<const assembly::ComponentFactory> factory)
    : m_order(std::move(order))
    , m_dataFolder(std::move(dataFolder))
    , m_factory(std::move(factory))
    , m_demand(m_order.system, m_order.variants.front())
{
}

void CapacitySession::begin()
{
    start(u"idle"_s, 0, &CapacitySession::measureHops);
}

void CapacitySession::start(const QString &folder, double serviceTimeScale, Then then)
{
    platform::PlatformOptions options;
    options.system = m_order.system;
    options.packagings = {m_order.variants.front()};
    options.dataFolder = m_dataFolder + u'/' + folder;
    options.templatesFolder = platform::templateCache();
    options.seed = m_order.seed;
    options.population.loggedInAtStart = options.population.customers;
    options.fleets.serviceTimeScale = serviceTimeScale;
    options.fleets.bootTimeScale = 0;
    m_platform = std::make_unique<platform::Platform>(std::move(options), m_factory);
    m_instances.clear();
    for (const auto &unit : m_order.variants.front().units)
        m_instances[unit.id] = unit.instances;
    connect(m_platform.get(), &platform::Platform::snapshotTaken, this, &CapacitySession::take);
    m_platform->start().then(this, [this, then](const Result<void> &started) {
        if (!started)
            return giveUp(started.error());
        m_whenReady = then;
    });
}

void CapacitySession::stopThen(Then then)
{
    m_platform->stop().then(this, [this, then](const Result<void> &stopped) {
        if (!stopped)
            say(stopped.error());
        m_platform.reset();
        (this->*then)();
    });
}

void CapacitySession::later(std::chrono::milliseconds delay, Then then)
{
    QTimer::singleShot(delay, this, [this, then] {
        if (!m_isEnding)
            (this->*then)();
    });
}

void CapacitySession::measureHops()
{
    m_platform->measureCosts().then(this, [this](const Result<MachineCosts> &costs) {
        if (!costs)
            return giveUp(costs.error());
        m_findings.costs = *costs;
        say(u"A hop takes %1 ms over the network, %2 ms within a unit (measured)"_s
                .arg(costs->networkHop.count() * 1000, 0, 'f', 3)
                .arg(costs->localHop.count() * 1000, 0, 'f', 3));
        if (m_order.onlyHops)
            return stopThen(&CapacitySession::beginSweep);
        measureIdle();
    });
}

void CapacitySession::measureIdle()
{
    say(u"Measuring what journeys take without declared work"_s);
    tryLoad(idleLoad, std::min(longestIdleWindow, 2 * window()), &CapacitySession::keepIdle);
}

void CapacitySession::keepIdle()
{
    m_findings.costs.journeys = m_trial->means();
    m_trial.reset();
    stopThen(&CapacitySession::beginSweep);
}

void CapacitySession::beginSweep()
{
    m_steps = planCapacity(m_order, m_findings);
    start(u"sweep"_s, 1, &CapacitySession::next);
}

void CapacitySession::next()
{
    if (m_steps.empty())
        return finish();
    scale(m_order.variants[m_steps.front().variant], &CapacitySession::load);
}

void CapacitySession::scale(const Packaging &wanted, Then then)
{
    for (const auto &unit : wanted.units) {
        if (m_instances[unit.id] == unit.instances)
            continue;
        m_instances[unit.id] = unit.instances;
        m_platform->scale({wanted.id, unit.id, {}}, unit.instances)
            .then(this, [this, &wanted, then](const Result<void> &scaled) {
                if (!scaled)
                    return giveUp(scaled.error());
                scale(wanted, then);
            });
        return;
    }
    (this->*then)();
}

void CapacitySession::load()
{
    tryLoad(m_steps.front().load, window(), &CapacitySession::keep);
}

std::chrono::milliseconds CapacitySession::window() const
{
    return std::chrono::milliseconds(1000) * m_order.seconds / m_order.rounds;
}

void CapacitySession::tryLoad(double shoppersPerSecond, std::chrono::milliseconds length, Then then)
{
    m_platform->setShoppersPerSecond(shoppersPerSecond);
    const auto warmUp = std::min(longestWarmUp, length);
    const auto begin = std::chrono::steady_clock::now() + warmUp;
    m_trial.emplace(begin, begin + length);
    QTimer::singleShot(warmUp, this, [this, length] {
        const auto before = ProcessorUse::now();
        QTimer::singleShot(length, this, [this, before] {
            if (m_trial)
                m_trial->takeProcessors(ProcessorUse::now().since(before));
        });
    });
    later(warmUp + length + lastAnswers, then);
}

void CapacitySession::take(const platform::Snapshot &snapshot)
{
    if (m_isEnding)
        return;
    const auto &fleet = snapshot.fleets.front();
    if (m_whenReady != nullptr && fleet.areShoppersReady)
        return (this->*std::exchange(m_whenReady, nullptr))();
    if (!m_trial)
        return;
    for (const auto &result : fleet.results)
        m_trial->take(result);
    for (const auto &served : fleet.served)
        m_trial->takeServed(served.what, served.requests - served.failed, snapshot.at);
}

void CapacitySession::keep()
{
    const auto step = m_steps.front();
    m_steps.pop_front();
    if (step.isTooMuch)
        keepLimit(step);
    else if (capacity::MeasuredDemand::isRestful(step.load, m_findings.limits[step.variant].predicted))
        m_demand.take(*m_trial);
    if (step.point != nullptr)
        keepPoint(step);
    m_trial.reset();
    next();
}

// The prediction is for those who came: how many they were, and what they wanted.
void CapacitySession::keepPoint(const CapacityStep &step)
{
    const auto &system = m_order.system;
    const Capacity capacity(m_trial->asItCame(system), step.point->packaging, m_findings.costs);
    const auto predicted = capacity.at(m_trial->arrivedPerSecond());
    auto hopsAlone = m_findings.costs;
    hopsAlone.journeys.clear();
    const Capacity byHops(m_trial->asItCame(system), step.point->packaging, std::move(hopsAlone));
    Point::Round round;
    round.arrivedPerSecond = m_trial->arrivedPerSecond();
    round.predicted = predicted.mean;
    round.predictedP95 = predicted.p95;
    round.measured = m_trial->mean(system);
    round.measuredP95 = m_trial->p95(system);
    round.attempts = m_trial->attempts();
    round.failed = m_trial->failed();
    round.processors = Seconds(m_trial->processors().used).count() / m_trial->seconds();
    round.waitedForProcessor = Seconds(m_trial->processors().waited) / std::max(1, m_trial->attempts());
    round.predictedByHops = byHops.at(m_trial->arrivedPerSecond()).mean;
    step.point->rounds.push_back(round);
    say(u"%1 shoppers/s: predicted %2 ms, measured %3 ms"_s.arg(round.arrivedPerSecond, 0, 'f', 1)
            .arg(round.predicted.count() * 1000, 0, 'f', 2)
            .arg(round.measured.count() * 1000, 0, 'f', 2));
}

// Journeys which end are no measure of it: those which need no bottleneck go on, and some do with less when
// it is full. So it is the work that it gets done; how many shoppers that is, all restful rounds say
// together.
void CapacitySession::keepLimit(const CapacityStep &step)
{
    auto &limit = m_findings.limits[step.variant];
    const auto *unit = limit.packaging.unit(limit.bottleneck);
    if (unit == nullptr)
        return;
    limit.work.push_back(m_trial->workOf(*unit, m_order.system));
    limit.processors = Seconds(m_trial->processors().used).count() / m_trial->seconds();
    limit.waiting = Seconds(m_trial->processors().waited).count() / m_trial->seconds();
    say(u"%1 shoppers/s are more than it can take: %2 seconds of work are done in a second"_s
            .arg(step.load, 0, 'f', 1)
            .arg(limit.work.back(), 0, 'f', 2));
}

void CapacitySession::settleLimits()
{
    for (auto &limit : m_findings.limits) {
        m_demand.settle(limit);
        if (!limit.measured.empty())
            say(u"%1 shoppers/s are the limit, predicted %2"_s.arg(limit.median(), 0, 'f', 1)
                    .arg(limit.predicted, 0, 'f', 1));
    }
}

void CapacitySession::giveUp(const model::result::Error &error)
{
    say(error);
    m_exitCode = ExitCode::BadInput;
    quit();
}

void CapacitySession::finish()
{
    settleLimits();
    m_exitCode = ExitCode::Well;
    quit();
}

void CapacitySession::interrupt()
{
    say(u"Interrupted"_s);
    m_exitCode = ExitCode::Interrupted;
    quit();
}

void CapacitySession::quit()
{
    if (std::exchange(m_isEnding, true))
        return;
    if (!m_platform)
        return QCoreApplication::quit();
    m_platform->stop().then(this, [](const Result<void> &stopped) {
        if (!stopped)
            say(stopped.error());
        QCoreApplication::quit();
    });
}

} // namespace services::lab
