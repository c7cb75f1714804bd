// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "soak.h"

#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/platform/components.h>

#include <tests/support/waitfor.h>

#include <algorithm>

namespace tests::soak {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace model::operation;
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

model::system::System shop()
{
    const auto file = QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json");
    return model::system::SystemReader::readFile(file).value();
}

} // namespace

Soak::Soak(Options options)
    : m_options(options)
    , m_shop(shop())
    , m_packagings({model::packaging::monolith(m_shop), model::packaging::microservices(m_shop)})
{
}

Soak::~Soak() = default;

Soak::Done Soak::obeyed(QFuture<Done> command, const QString &what)
{
    m_log.append(what);
    if (!turnUntil([&] { return command.isFinished(); }, patience) || command.resultCount() == 0)
        return failure(Kind::TimedOut, u"Nobody has obeyed: %1"_s.arg(what));
    return command.result();
}

Soak::Done Soak::start()
{
    services::platform::PlatformOptions options;
    options.system = m_shop;
    options.packagings = m_packagings;
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
    QObject::connect(m_platform.get(), &services::platform::Platform::snapshotTaken, m_platform.get(),
                     [this](const Snapshot &snapshot) { m_memory = snapshot.memoryBytes; });
    return obeyed(m_platform->start(), u"start"_s);
}

model::result::Result<void> Soak::run()
{
    if (const auto started = start(); !started)
        return started;
    SoakPlan plan(m_shop, m_options.seed, m_options.faultsAtOnce);
    std::mt19937_64 pauses(m_options.seed);
    std::uniform_int_distribution<std::int64_t> pause(0, m_options.pauseAtMost.count());
    const auto end = std::chrono::steady_clock::now() + m_options.atMost;
    while (m_stepsDone < m_options.steps && std::chrono::steady_clock::now() < end) {
        const auto done = perform(plan.next());
        if (!done && !isWrongState(done.error()))
            return done;
        ++m_stepsDone;
        m_course.add(m_memory);
        const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(pause(pauses));
        turnUntil([&] { return std::chrono::steady_clock::now() >= until; });
    }
    return repair();
}

Soak::Done Soak::perform(const Action &action)
{
    const auto begun = begin(action);
    if (std::holds_alternative<Scale>(action)) { // a unit that cannot get well would hold everything up
        m_log.append(words(action));
        return {};
    }
    return obeyed(begun, words(action));
}

QFuture<Soak::Done> Soak::begin(const Action &action)
{
    if (const auto *injection = std::get_if<Inject>(&action))
        return m_platform->inject(injection->fault);
    if (const auto *lifting = std::get_if<Lift>(&action))
        return m_platform->lift(*lifting->fault);
    if (const auto *policies = std::get_if<SetPolicies>(&action))
        return m_platform->setPolicies(policies->fleet, policies->change);
    if (const auto *crash = std::get_if<Crash>(&action))
        return m_platform->crash(placeOf(crash->target));
    if (const auto *restart = std::get_if<Restart>(&action))
        return m_platform->restart(placeOf(restart->target));
    if (const auto *autoscaling = std::get_if<Autoscale>(&action))
        return m_platform->setAutoscaling(placeOf(autoscaling->target), autoscaling->settings);
    const auto &scaling = std::get<Scale>(action);
    return m_platform->scale(placeOf(scaling.target), scaling.instances);
}

Place Soak::placeOf(const Target &target) const
{
    const auto packaging = std::ranges::find(m_packagings, target.fleet, &model::packaging::Packaging::id);
    return {target.fleet, packaging->unitOf(target.capability)->id, {}};
}

Soak::Done Soak::repair()
{
    if (const auto lifted = obeyed(m_platform->liftAll({}), u"lift all"_s); !lifted)
        return lifted;
    if (const auto restored = restoreSettings(); !restored)
        return restored;
    if (const auto healthy = untilHealthy(); !healthy)
        return healthy;
    return untilJourneysWork();
}

// As the fleets began: one instance of each unit, by nobody's orders, and the usual policies.
Soak::Done Soak::restoreSettings()
{
    for (const auto &packaging : m_packagings) {
        for (const auto &unit : packaging.units) {
            const Place place{packaging.id, unit.id, {}};
            const auto ended
                = obeyed(m_platform->setAutoscaling(place, std::nullopt), u"no autoscaler any more"_s);
            if (!ended && !isWrongState(ended.error()))
                return ended;
            m_platform->scale(place, 1);
        }
    }
    return obeyed(m_platform->setPolicies({}, usualPolicies()), u"the usual policies"_s);
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
    Scenario scenario;
    scenario.id = u"after-the-soak"_s;
    scenario.load = {30, 2s};
    scenario.fleets = m_packagings;
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
        complaints += result->audit->complaints();
    if (result->passed())
        return {};
    return failure(Kind::Internal, complaints.join(u"; "_s));
}

} // namespace tests::soak
