// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "liveshop.h"

#include "whenfinished.h"

#include <app/wording/systemtexts.h>
#include <services/platform/brokerchoice.h>
#include <services/platform/components.h>
#include <services/platform/templatecache.h>

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;
using model::operation::Fault;
using model::result::Result;
using services::platform::EndpointAnswer;
using services::platform::Place;

namespace {

constexpr std::chrono::seconds afterTheStart{2};

LiveShop::Plan told(LiveShop::Plan plan)
{
    plan.system = wording::spoken(std::move(plan.system));
    for (auto &packaging : plan.packagings) {
        packaging.title = wording::spoken(packaging.title);
        for (auto &unit : packaging.units)
            unit.title = wording::spoken(unit.title);
    }
    return plan;
}

} // namespace

LiveShop::LiveShop(Plan plan, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_told(told(m_plan))
    , m_texts(m_told.system, m_told.packagings)
{
    m_showing.setSingleShot(true);
    connect(&m_showing, &QTimer::timeout, this,
            [this] { Q_EMIT snapshotTaken(std::exchange(m_newest, {})); });
}

LiveShop::~LiveShop() = default;

void LiveShop::start()
{
    const auto components = services::platform::componentsOf(m_plan.system);
    if (!components.has_value()) {
        Q_EMIT complained(wordsOf(components.error()));
        return;
    }
    const auto broker = services::platform::brokerOf(m_plan.broker);
    if (!broker.has_value()) {
        Q_EMIT complained(wordsOf(broker.error()));
        return;
    }
    if (!takeFolder())
        return;
    services::platform::PlatformOptions options;
    options.fleets.broker = *broker;
    options.fleets.isForOneRun = true; // as its folder is
    options.system = m_plan.system;
    options.packagings = m_plan.packagings;
    options.dataFolder = m_folder->path();
    options.templatesFolder = services::platform::templateCache();
    options.shoppersPerSecond = m_plan.shoppersPerSecond;
    m_platform = std::make_unique<services::platform::Platform>(std::move(options), *components);
    connect(m_platform.get(), &services::platform::Platform::snapshotTaken, this, &LiveShop::take);
    whenFinished(m_platform->start(), this, [this](const Result<void> &result) {
        if (result.has_value())
            Q_EMIT started();
        else
            Q_EMIT complained(tr("Not everything could start: %1").arg(wordsOf(result.error())));
    });
}

bool LiveShop::takeFolder()
{
    QString root = m_plan.workRoot;
    if (root.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>();
        if (!m_temporary->isValid()) {
            Q_EMIT complained(tr("No temporary folder for the databases: %1. Free some space or set TMPDIR.")
                                  .arg(m_temporary->errorString()));
            return false;
        }
        root = m_temporary->path();
    }
    auto folder = services::platform::WorkFolder::take(
        root, services::platform::purposeOf(m_plan.system, m_plan.packagings));
    if (!folder.has_value()) {
        Q_EMIT complained(wordsOf(folder.error()));
        return false;
    }
    m_folder.emplace(*std::move(folder));
    if (m_folder->isTakenUp())
        Q_EMIT takenUp();
    return true;
}

// When the window cannot keep up, what has been overtaken is not drawn; only its events are kept.
void LiveShop::take(const services::platform::Snapshot &snapshot)
{
    m_instances.clear();
    for (const auto &fleet : snapshot.fleets) {
        for (const auto &instance : fleet.instances)
            m_instances.push_back({fleet.fleet, instance.status.unit, instance.status.id});
    }
    auto events = std::move(m_newest.events);
    m_newest = snapshot;
    m_texts.dress(m_newest);
    m_newest.events.insert(m_newest.events.begin(), events.begin(), events.end());
    if (!m_showing.isActive())
        m_showing.start();
    measureHopsOnce(snapshot);
}

// Not while everything starts, which would be disturbed and would disturb the measurement.
void LiveShop::measureHopsOnce(const services::platform::Snapshot &snapshot)
{
    if (m_areHopsAskedFor
        || !std::ranges::all_of(snapshot.fleets, &services::platform::FleetSnapshot::areShoppersReady))
        return;
    m_areHopsAskedFor = true;
    QTimer::singleShot(afterTheStart, this, [this] {
        whenFinished(m_platform->measureCosts(), this,
                     [this](const Result<model::analysis::MachineCosts> &costs) {
                         if (costs.has_value())
                             Q_EMIT hopsMeasured(*costs);
                         else
                             Q_EMIT hopsMeasured({});
                     });
    });
}

void LiveShop::watch(QFuture<Result<void>> future, const QString &act)
{
    whenFinished(std::move(future), this, [this, act](const Result<void> &result) {
        if (!result.has_value())
            Q_EMIT complained(u"%1: %2"_s.arg(act, wordsOf(result.error())));
    });
}

// Faults count the instances of a unit from 1; 0: all of them.
int LiveShop::positionOf(const Place &place) const
{
    int position = 0;
    for (const auto &instance : m_instances) {
        position += instance.fleet == place.fleet && instance.unit == place.unit ? 1 : 0;
        if (instance == place)
            return position;
    }
    return 0;
}

void LiveShop::crash(const Place &place)
{
    const auto packaging
        = std::ranges::find(m_plan.packagings, place.fleet, &model::packaging::Packaging::id);
    const auto *unit = packaging == m_plan.packagings.end() ? nullptr : packaging->unit(place.unit);
    if (unit == nullptr)
        return;
    Fault crash;
    crash.target = {unit->capabilities.front(), positionOf(place), place.fleet};
    inject(crash);
}

void LiveShop::inject(const Fault &fault)
{
    if (m_platform)
        watch(m_platform->inject(fault), tr("Break"));
}

void LiveShop::lift(const Fault &fault)
{
    if (m_platform)
        watch(m_platform->lift(fault), tr("Undo"));
}

void LiveShop::liftAll()
{
    if (m_platform)
        watch(m_platform->liftAll({}), tr("Undo"));
}

void LiveShop::restart(const Place &place)
{
    if (m_platform)
        watch(m_platform->restart(place), tr("Restart"));
}

void LiveShop::scale(const Place &unit, int instances)
{
    if (m_platform)
        watch(m_platform->scale(unit, instances), tr("Scale"));
}

void LiveShop::setAutoscaling(const Place &unit, const std::optional<model::operation::Autoscaling> &settings)
{
    if (m_platform)
        watch(m_platform->setAutoscaling(unit, settings), tr("Autoscaler"));
}

void LiveShop::setShoppersPerSecond(double rate)
{
    if (m_platform)
        watch(m_platform->setShoppersPerSecond(rate), tr("Shoppers"));
}

void LiveShop::setPolicies(int fleet, const model::operation::PolicyChange &change)
{
    const auto whose
        = fleet < 0 ? model::system::PackagingId() : m_plan.packagings[static_cast<size_t>(fleet)].id;
    if (m_platform)
        watch(m_platform->setPolicies(whose, change), tr("Policies"));
}

void LiveShop::send(quint64 number, const services::platform::EndpointCall &call)
{
    if (!m_platform) {
        Q_EMIT unanswered(number, tr("The shops are not running."));
        return;
    }
    whenFinished(m_platform->send(call), this, [this, number](const Result<EndpointAnswer> &answer) {
        if (answer.has_value())
            Q_EMIT answered(number, *answer);
        else
            Q_EMIT unanswered(number, wordsOf(answer.error()));
    });
}

} // namespace app::shell
