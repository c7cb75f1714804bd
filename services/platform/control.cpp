// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "control.h"

#include "fleetsettings.h"
#include "processmemory.h"
#include "sightings.h"

#include <model/operation/faulttext.h>
#include <model/operation/faultwords.h>
#include <services/capacity/hopcalibration.h>
#include <services/waiting/pending.h>

#include <QDir>
#include <QScopeGuard>

#include <algorithm>

namespace services::platform {

using namespace Qt::StringLiterals;
using experiment::FleetUnderLoad;
using model::result::failure;
using model::result::Kind;

namespace {

constexpr auto lookEvery = std::chrono::milliseconds(100);
constexpr auto stopTakes = std::chrono::milliseconds(3000);
constexpr auto shoppersTake = std::chrono::seconds(30);
constexpr auto askEvery = std::chrono::milliseconds(10);

} // namespace

Platform::Control::Control(PlatformOptions options,
                           std::shared_ptr<const assembly::ComponentFactory> factory,
                           Memories memories,
                           QThreadPool &readings)
    : m_options(std::move(options))
    , m_factory(std::move(factory))
    , m_traces(std::move(memories.traces))
    , m_logs(std::move(memories.logs))
    , m_readings(readings)
    , m_client(transport::HttpClientLimits(), m_scope, m_timers)
    , m_sender(m_client, m_timers)
{
    for (const auto &packaging : m_options.packagings)
        m_fleets.push_back(attend(packaging, *m_factory));
}

Platform::Control::~Control()
{
    m_scope.cancel();
    m_readings.waitForDone(); // what it reads is told to the scope
}

Platform::Control::Attended Platform::Control::attend(const model::packaging::Packaging &packaging,
                                                      const assembly::ComponentFactory &factory)
{
    FleetUnderLoad::Options options;
    options.plan.system = m_options.system;
    options.plan.packaging = packaging;
    options.plan.dataFolder = m_options.dataFolder;
    options.plan.templatesFolder = m_options.templatesFolder;
    options.plan.options = m_options.fleets;
    options.plan.options.seed = m_options.seed;
    if (options.plan.options.entryPort != 0)
        options.plan.options.entryPort += static_cast<quint16>(m_fleets.size());
    options.shoppers.population = m_options.population;
    options.shoppers.seed = m_options.seed;
    options.journeys = m_options.journeys;
    if (QDir(m_options.dataFolder).exists(packaging.id.value))
        options.shoppers.population.cartsAreFilled = false; // an earlier run has used some of them up

    Attended attended;
    attended.fleet = std::make_unique<FleetUnderLoad>(std::move(options), factory);
    attended.watch = std::make_unique<FleetWatch>(*attended.fleet);
    attended.addresses = attended.fleet->fleet().addressSource();
    attended.fleet->setShoppersPerSecond(m_options.shoppersPerSecond);

    auto *fleet = attended.fleet.get();
    connect(fleet, &FleetUnderLoad::batchArrived, this,
            [this, fleet, watch = attended.watch.get()](const load::LoadBatch &batch) {
                watch->take(batch, m_timers.now());
                if (m_running != nullptr)
                    m_running->take(fleet->id(), batch);
            });
    connect(&fleet->fleet(), &runtime::Fleet::instanceChanged, this,
            [this, fleet](const runtime::InstanceStatus &status) {
                m_logs->note(fleet->id(), status, m_timers.now());
                mark({{},
                      fleet->id(),
                      u"%1: %2"_s.arg(status.id.value, runtime::word(status.state)),
                      InstanceEvent{status.id, status.state}});
            });
    connect(fleet, &FleetUnderLoad::faultInjected, this, [this, fleet](const model::operation::Fault &fault) {
        mark({{}, fleet->id(), u"injected %1: %2"_s.arg(textOf(fault), words(fault)), FaultEvent{fault}});
    });
    connect(fleet, &FleetUnderLoad::faultLifted, this, [this, fleet](const model::operation::Fault &fault) {
        mark({{}, fleet->id(), u"lifted %1"_s.arg(textOf(fault)), FaultEvent{fault, true}});
    });
    return attended;
}

QCoro::Task<Result<void>> Platform::Control::start()
{
    if (!QDir().mkpath(m_options.dataFolder))
        co_return failure(
            Kind::ReadOnly,
            u"The data folder %1 cannot be made. Choose another one that you may write to."_s.arg(
                m_options.dataFolder),
            m_options.dataFolder);
    std::vector<QCoro::Task<Result<void>>> starting; // all at once
    for (const auto &attended : m_fleets)
        starting.push_back(attended.fleet->start());
    Result<void> outcome;
    for (auto &task : starting) {
        const auto started = co_await task;
        if (!started && outcome)
            outcome = started;
    }
    if (m_scope.isCancelled())
        co_return failure(Kind::Cancelled, u"The platform has been closed"_s);
    look();
    co_return outcome;
}

QCoro::Task<Result<void>> Platform::Control::stop()
{
    m_timers.cancel(std::exchange(m_nextLook, waiting::Timers::Ticket::None));
    for (const auto &attended : m_fleets)
        attended.fleet->stop();
    const auto until = m_timers.now() + stopTakes;
    while (
        !std::ranges::all_of(m_fleets, [](const Attended &one) { return one.fleet->fleet().isStopped(); })) {
        if (m_timers.now() > until)
            co_return failure(Kind::TimedOut, u"Some instances have not stopped in time"_s);
        const auto slept = co_await waiting::sleepFor(m_scope, m_timers, askEvery);
        if (!slept)
            co_return slept;
    }
    co_return Result<void>();
}

QCoro::Task<Result<void>> Platform::Control::crash(Place place)
{
    const auto found = fleetOf(place);
    if (!found)
        co_return failure(found.error());
    auto &fleet = (*found)->fleet();
    co_return place.instance.isEmpty() ? fleet.crash(place.unit) : fleet.crash(place.instance);
}

QCoro::Task<Result<void>> Platform::Control::restart(Place place)
{
    const auto found = fleetOf(place);
    if (!found)
        co_return failure(found.error());
    auto &fleet = (*found)->fleet();
    co_return place.instance.isEmpty() ? fleet.restart(place.unit) : fleet.restart(place.instance);
}

QCoro::Task<Result<void>> Platform::Control::setShoppersPerSecond(double rate)
{
    m_options.shoppersPerSecond = rate;
    applyLoad();
    co_return Result<void>();
}

void Platform::Control::applyLoad()
{
    for (const auto &attended : m_fleets)
        attended.fleet->setShoppersPerSecond(m_options.shoppersPerSecond);
}

QCoro::Task<Result<EndpointAnswer>> Platform::Control::send(EndpointCall call)
{
    const auto *there = attended(call.fleet);
    if (there == nullptr)
        co_return failure(Kind::NotFound, u"No fleet is called %1"_s.arg(call.fleet.value), call.fleet.value);
    auto answer = co_await m_sender.send(there->fleet->fleet(), *there->addresses, std::move(call));
    co_return answer;
}

std::vector<FleetUnderLoad *> Platform::Control::mentionedIn(const model::operation::Scenario &scenario) const
{
    std::vector<FleetUnderLoad *> fleets;
    for (const auto &attended : m_fleets) {
        if (scenario.fleet(attended.fleet->id()) != nullptr)
            fleets.push_back(attended.fleet.get());
    }
    return fleets;
}

QCoro::Task<Result<experiment::RunResult>> Platform::Control::play(model::operation::Scenario scenario)
{
    if (m_isPlaying)
        co_return failure(Kind::Conflict, u"Another scenario is being played. Wait for its end."_s);
    m_isPlaying = true;
    const auto fleets = mentionedIn(scenario);
    const auto over = qScopeGuard([this, before = settingsOf(fleets)] {
        m_isPlaying = false;
        applyLoad();
        for (const auto &[fleet, book, safeguards] : before) {
            fleet->setPolicies(book);
            fleet->setSafeguards(safeguards);
        }
    });
    experiment::ScenarioRunner runner({{fleets.begin(), fleets.end()}, m_scope, m_timers});
    connect(&runner, &experiment::ScenarioRunner::actionBegun, this, &Control::actionBegun);
    const auto ready = co_await untilShoppersAreReady();
    if (!ready)
        co_return failure(ready.error());
    m_running = &runner;
    auto records = co_await runner.play(scenario);
    m_running = nullptr;
    if (!records)
        co_return failure(records.error());
    auto books = co_await auditAll(fleets);
    if (!books)
        co_return failure(books.error());
    auto result = experiment::evaluate(std::move(scenario), *std::move(records), m_options.system);
    result.audit = *std::move(books);
    co_return result;
}

QCoro::Task<Result<void>> Platform::Control::untilShoppersAreReady()
{
    const auto until = m_timers.now() + shoppersTake;
    while (
        !std::ranges::all_of(m_fleets, [](const Attended &one) { return one.fleet->areShoppersReady(); })) {
        if (m_timers.now() > until)
            co_return failure(Kind::TimedOut,
                              u"The shoppers could not log in. Are the fleets healthy, and is the "
                              u"data folder one of this system?"_s);
        const auto slept = co_await waiting::sleepFor(m_scope, m_timers, askEvery);
        if (!slept)
            co_return slept;
    }
    co_return Result<void>();
}

QCoro::Task<Result<model::analysis::MachineCosts>> Platform::Control::measureCosts()
{
    return capacity::measureHops(m_scope, m_timers);
}

QCoro::Task<Result<Snapshot>> Platform::Control::latest()
{
    Result<Snapshot> copy = m_latest; // QCoro moves from what is returned
    co_return copy;
}

const Platform::Control::Attended *Platform::Control::attended(const model::system::PackagingId &fleet) const
{
    const auto found
        = std::ranges::find_if(m_fleets, [&](const Attended &one) { return one.fleet->id() == fleet; });
    return found == m_fleets.end() ? nullptr : &*found;
}

void Platform::Control::look()
{
    Snapshot snapshot;
    snapshot.at = m_timers.now();
    snapshot.shoppersPerSecond = m_options.shoppersPerSecond;
    for (const auto &attended : m_fleets) {
        snapshot.fleets.push_back(attended.watch->look(snapshot.at));
        m_traces->take(snapshot.fleets.back().fleet, snapshot.fleets.back().spans);
        std::ranges::move(attended.watch->takeDecisions(), std::back_inserter(m_events));
        autoscale(*attended.fleet, snapshot.fleets.back());
        m_logs->take(attended.fleet->id(), attended.watch->takeLogs());
        if (m_running != nullptr)
            m_running->look(attended.fleet->id(), sightingOf(snapshot.fleets.back(), snapshot.at));
    }
    for (auto &[fleet, span] : m_sender.takeSpans())
        m_traces->take(fleet, {std::move(span)});
    snapshot.events = std::exchange(m_events, {});
    snapshot.memoryBytes = residentMemory();
    m_latest = snapshot;
    Q_EMIT snapshotTaken(snapshot);
    m_nextLook = m_timers.after(lookEvery, [this] { look(); });
}

void Platform::Control::mark(PlatformEvent event)
{
    event.at = m_timers.now();
    m_events.push_back(std::move(event));
}

} // namespace services::platform
