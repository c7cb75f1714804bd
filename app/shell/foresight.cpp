// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foresight.h"

#include <algorithm>
#include <set>

namespace app::shell {

using model::analysis::Situation;
using model::operation::FaultKind;
using services::runtime::InstanceState;

namespace {

bool isDown(InstanceState state)
{
    return state == InstanceState::Crashed || state == InstanceState::Failed
        || state == InstanceState::Stopped;
}

// A situation is one fleet's: naming it would only lengthen the reasons.
model::operation::Fault withoutFleet(model::operation::Fault fault)
{
    fault.target.fleet = {};
    return fault;
}

// Of a process, and such that it does not run, at least for a while.
bool fells(FaultKind kind)
{
    return kind == FaultKind::Crash || kind == FaultKind::CrashLoop || kind == FaultKind::MemoryLeak
        || kind == FaultKind::BadConfiguration;
}

// All instances of the unit are down because of these: of the whole unit, or of each of its instances.
bool isFelledBy(const std::vector<model::operation::Fault> &faults, const model::packaging::Unit &unit)
{
    std::set<int> instances;
    for (const auto &fault : faults) {
        const auto &holds = unit.capabilities;
        if (!fells(fault.kind) || std::ranges::find(holds, fault.target.capability) == holds.end())
            continue;
        if (fault.target.instance == 0)
            return true;
        instances.insert(fault.target.instance);
    }
    return static_cast<int>(instances.size()) >= unit.instances;
}

} // namespace

Foresight::Foresight(const model::system::System &system,
                     const std::vector<model::packaging::Packaging> &packagings,
                     QObject *parent)
    : QObject(parent)
    , m_isPredicted(packagings.size(), false)
    , m_newest(packagings.size() + 1, 0)
{
    m_worker.setMaxThreadCount(1);
    for (const auto &packaging : packagings) {
        Situation situation;
        situation.system = system;
        situation.packaging = packaging;
        situation.policies = model::operation::usualPolicies();
        m_fleets.push_back(std::move(situation));
    }
}

Foresight::~Foresight()
{
    m_worker.clear();
    m_worker.waitForDone();
}

const Situation &Foresight::situation(int fleet) const
{
    return m_fleets[static_cast<size_t>(fleet)];
}

void Foresight::take(const services::platform::Snapshot &snapshot)
{
    const auto fleets = std::min(m_fleets.size(), snapshot.fleets.size());
    for (size_t fleet = 0; fleet < fleets; ++fleet)
        follow(static_cast<int>(fleet), snapshot.fleets[fleet], snapshot.shoppersPerSecond);
}

// Ten times a second: what stays, as the system does, is not touched.
void Foresight::follow(int fleet, const services::platform::FleetSnapshot &snapshot, double shoppers)
{
    auto &known = m_fleets[static_cast<size_t>(fleet)];
    auto packaging = known.packaging;
    std::vector<Fault> faults;
    for (const auto &fault : snapshot.faults)
        faults.push_back(withoutFleet(fault));
    for (auto &unit : packaging.units) {
        int instances = 0;
        int down = 0;
        for (const auto &instance : snapshot.instances) {
            if (instance.status.unit != unit.id)
                continue;
            ++instances;
            down += isDown(instance.status.state) ? 1 : 0;
        }
        unit.instances = std::max(instances, 1);
        if (instances == 0 || down < instances)
            continue;
        if (!isFelledBy(snapshot.faults, unit)) // fallen by itself
            faults.push_back({FaultKind::Crash, {unit.capabilities.front(), 0, {}}, {}, {}, {}});
    }
    if (m_isPredicted[static_cast<size_t>(fleet)] && packaging == known.packaging && faults == known.faults
        && snapshot.policies == known.policies && shoppers == known.load.shoppersPerSecond)
        return;
    known.packaging = std::move(packaging);
    known.faults = std::move(faults);
    known.policies = snapshot.policies;
    known.load.shoppersPerSecond = shoppers;
    m_isPredicted[static_cast<size_t>(fleet)] = true;
    Q_EMIT inForceChanged(fleet);
    predict(static_cast<size_t>(fleet), known,
            [this, fleet](const BlastRadius &radius) { Q_EMIT inForceForeseen(fleet, radius); });
}

void Foresight::ponder(int fleet, const Fault &fault)
{
    auto thought = situation(fleet);
    if (const auto here = withoutFleet(fault);
        std::ranges::find(thought.faults, here) == thought.faults.end())
        thought.faults.push_back(here);
    predict(m_fleets.size(), std::move(thought), [this, fleet, fault](const BlastRadius &radius) {
        Q_EMIT ponderedForeseen(fleet, fault, radius);
    });
}

void Foresight::stopPondering()
{
    ++m_newest.back();
}

void Foresight::rank(int fleet)
{
    const int number = ++m_newestRanking;
    m_worker.start([this, number, fleet, now = situation(fleet)] {
        const auto tell = [this, number, fleet, points = model::analysis::singlePoints(now)] {
            if (m_newestRanking == number)
                Q_EMIT ranked(fleet, points);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void Foresight::predict(size_t place, Situation situation, Done done)
{
    const int number = ++m_newest[place];
    m_worker.start([this, place, number, situation = std::move(situation), done = std::move(done)] {
        auto radius = model::analysis::blastRadius(situation);
        QMetaObject::invokeMethod(
            this,
            [this, place, number, radius = std::move(radius), done] {
                if (m_newest[place] == number)
                    done(radius);
            },
            Qt::QueuedConnection);
    });
}

} // namespace app::shell
