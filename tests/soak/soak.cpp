// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "soak.h"

#include <model/operation/faultcheck.h>
#include <model/operation/faulttext.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/platform/components.h>

#include <tests/support/waitfor.h>

#include <algorithm>

namespace tests::soak {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultReach;
using model::operation::FaultSetting;
using model::result::failure;
using model::result::Kind;
using services::platform::Place;
using services::platform::Snapshot;
using services::runtime::InstanceState;
using tests::support::turnUntil;

namespace {

constexpr auto patience = 120s; // bounds what hangs

bool isWrongState(const model::result::Error &error)
{
    return error.kind == Kind::Conflict || error.kind == Kind::NotFound;
}

} // namespace

Soak::Soak(Options options)
    : m_options(options)
    , m_random(options.seed)
{
}

Soak::~Soak() = default;

std::size_t Soak::draw(std::size_t count)
{
    return static_cast<std::size_t>(m_random() % count);
}

Soak::Done Soak::obeyed(QFuture<Done> command, const QString &what)
{
    m_log.append(what);
    if (!turnUntil([&] { return command.isFinished(); }, patience) || command.resultCount() == 0)
        return failure(Kind::TimedOut, u"Nobody has obeyed: %1"_s.arg(what));
    return command.result();
}

Soak::Done Soak::start()
{
    const auto file = QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json");
    m_shop = model::system::SystemReader::readFile(file).value();
    services::platform::PlatformOptions options;
    options.system = m_shop;
    options.packagings = {model::packaging::monolith(m_shop), model::packaging::microservices(m_shop)};
    options.dataFolder = m_folder.filePath(u"data"_s);
    options.seed = m_options.seed;
    options.population.loggedInAtStart = 10;
    options.shoppersPerSecond = m_options.shoppersPerSecond;
    options.fleets.serviceTimeScale = 0.1;
    options.fleets.bootTimeScale = 0.05;
    options.fleets.drainLimit = 2s;
    options.audit.patience = 60s;
    m_platform = std::make_unique<services::platform::Platform>(
        std::move(options), services::platform::componentsOf(m_shop).value());
    return obeyed(m_platform->start(), u"start"_s);
}

model::result::Result<void> Soak::run()
{
    if (const auto started = start(); !started)
        return started;
    const auto end = std::chrono::steady_clock::now() + m_options.atMost;
    while (m_stepsDone < m_options.steps && std::chrono::steady_clock::now() < end) {
        const auto done = step();
        if (!done && !isWrongState(done.error()))
            return done;
        ++m_stepsDone;
        const auto pause
            = std::chrono::milliseconds(draw(static_cast<std::size_t>(m_options.pauseAtMost.count()) + 1));
        const auto until = std::chrono::steady_clock::now() + pause;
        turnUntil([&] { return std::chrono::steady_clock::now() >= until; });
    }
    return repair();
}

Soak::Done Soak::step()
{
    const auto choice = draw(10);
    if (choice < 5 && static_cast<int>(m_inForce.size()) < m_options.faultsAtOnce)
        return inject();
    if (choice < 8 && !m_inForce.empty())
        return lift();
    return order();
}

Fault Soak::randomFault()
{
    const auto all = model::operation::faultTable();
    Fault fault;
    do {
        fault = {};
        fault.kind = all[draw(all.size())].kind;
        const auto reach = description(fault.kind).reach;
        if (reach != FaultReach::Customers && reach != FaultReach::Broker)
            fault.target.capability = m_shop.capabilities[draw(m_shop.capabilities.size())].id;
        if (reach == FaultReach::Link)
            fault.callee = m_shop.capabilities[draw(m_shop.capabilities.size())].id;
        if (reach == FaultReach::Queue)
            fault.topic = m_shop.topics[draw(m_shop.topics.size())].id;
        if (fault.kind == FaultKind::MemoryLeak) // real memory of a real machine
            fault.settings = {{FaultSetting::LimitMegabytes, 8}};
        if (fault.kind == FaultKind::CpuBurn)
            fault.settings = {{FaultSetting::Share, 0.3}};
        if (fault.kind == FaultKind::TrafficSpike)
            fault.settings = {{FaultSetting::Factor, 2}};
    } while (!errorsOf(fault, m_shop).empty());
    return fault;
}

Soak::Done Soak::inject()
{
    const auto fault = randomFault();
    if (std::ranges::find(m_inForce, fault) != m_inForce.end())
        return {};
    m_inForce.push_back(fault);
    return obeyed(m_platform->inject(fault), u"inject "_s + textOf(fault));
}

Soak::Done Soak::lift()
{
    const auto which = m_inForce.begin() + static_cast<std::ptrdiff_t>(draw(m_inForce.size()));
    const auto fault = *which;
    m_inForce.erase(which);
    return obeyed(m_platform->lift(fault), u"lift "_s + textOf(fault));
}

Place Soak::randomUnit()
{
    if (draw(5) == 0)
        return {{u"monolith"_s}, {u"shop"_s}, {}};
    return {{u"microservices"_s}, {m_shop.capabilities[draw(m_shop.capabilities.size())].id.value}, {}};
}

Soak::Done Soak::order()
{
    const auto place = randomUnit();
    const auto where = place.fleet.value + u' ' + place.unit.value;
    switch (draw(3)) {
    case 0:
        return obeyed(m_platform->crash(place), u"crash "_s + where);
    case 1:
        return obeyed(m_platform->restart(place), u"restart "_s + where);
    default: {
        // Not waited for: a unit that cannot get well would hold everything up.
        const int instances = 1 + static_cast<int>(draw(3));
        m_log.append(u"scale %1 to %2"_s.arg(where).arg(instances));
        m_platform->scale(place, instances);
        return {};
    }
    }
}

Soak::Done Soak::repair()
{
    if (const auto lifted = obeyed(m_platform->liftAll({}), u"lift all"_s); !lifted)
        return lifted;
    m_inForce.clear();
    for (const auto &capability : m_shop.capabilities)
        m_platform->scale({{u"microservices"_s}, {capability.id.value}, {}}, 1);
    m_platform->scale({{u"monolith"_s}, {u"shop"_s}, {}}, 1);
    if (const auto healthy = untilHealthy(); !healthy)
        return healthy;
    return untilJourneysWork();
}

Soak::Done Soak::untilHealthy()
{
    Snapshot latest;
    QString unwell;
    const auto context = std::make_unique<QObject>();
    QObject::connect(m_platform.get(), &services::platform::Platform::snapshotTaken, context.get(),
                     [&](const Snapshot &snapshot) { latest = snapshot; });
    std::chrono::steady_clock::time_point next;
    const auto areWell = [&] {
        unwell.clear();
        for (const auto &fleet : latest.fleets) {
            for (const auto &instance : fleet.instances) {
                const auto &status = instance.status;
                if (status.state == InstanceState::Healthy)
                    continue;
                unwell += u" %1/%2 is %3"_s.arg(fleet.fleet.value, status.id.value, word(status.state));
                const bool isDown = status.state == InstanceState::Crashed
                    || status.state == InstanceState::Failed || status.state == InstanceState::Stopped;
                if (isDown && std::chrono::steady_clock::now() >= next) // by an order, not by a fault
                    m_platform->restart({fleet.fleet, {}, status.id});
            }
        }
        if (std::chrono::steady_clock::now() >= next)
            next = std::chrono::steady_clock::now() + 1s;
        return !latest.fleets.empty() && unwell.isEmpty();
    };
    if (turnUntil(areWell, patience))
        return {};
    return failure(Kind::TimedOut, u"After the last repair:%1"_s.arg(unwell));
}

// A short scenario on its own: each journey works, and the books balance.
Soak::Done Soak::untilJourneysWork()
{
    using namespace model::operation;
    Scenario scenario;
    scenario.id = u"after-the-soak"_s;
    scenario.load = {30, 2s};
    scenario.fleets = {model::packaging::monolith(m_shop), model::packaging::microservices(m_shop)};
    for (const auto &journey : m_shop.journeys)
        scenario.actions.push_back(WaitUntilJourney{journey.id, JourneyState::Working, {}, 60s});
    const auto played = m_platform->play(scenario);
    if (!turnUntil([&] { return played.isFinished(); }, 300s) || played.resultCount() == 0)
        return failure(Kind::TimedOut, u"The last scenario does not end"_s);
    const auto result = played.result();
    if (!result)
        return failure(result.error());
    QStringList complaints;
    for (const auto &verdict : result->verdicts) {
        if (!verdict.held)
            complaints.append(verdict.text + u": "_s + verdict.actual);
    }
    if (result->audit)
        complaints += result->audit->wrong + result->audit->unread;
    if (result->passed())
        return {};
    return failure(Kind::Internal, complaints.join(u"; "_s));
}

} // namespace tests::soak
