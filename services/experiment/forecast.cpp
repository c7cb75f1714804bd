// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forecast.h"

#include <algorithm>

namespace services::experiment {

using namespace model::operation;
using model::analysis::Situation;
using model::system::PackagingId;

namespace {

// Goes through the actions up to the first one that lets time pass after a fault.
class Reading
{
public:
    explicit Reading(Situation &situation)
        : m_situation(situation)
    {
    }

    void operator()(const Crash &action)
    {
        if (isMeant(action.target.fleet))
            m_situation.faults.push_back({FaultKind::Crash, action.target, {}, {}, {}});
    }
    void operator()(const Inject &action)
    {
        if (isMeant(action.fault.target.fleet))
            m_situation.faults.push_back(action.fault);
    }
    void operator()(const SetPolicies &action)
    {
        if (isMeant(action.fleet))
            m_situation.policies = changed(m_situation.policies, action.change);
    }
    void operator()(const Scale &action)
    {
        for (auto &unit : m_situation.packaging.units) {
            if (isMeant(action.target.fleet)
                && std::ranges::find(unit.capabilities, action.target.capability) != unit.capabilities.end())
                unit.instances = action.instances;
        }
    }
    void operator()(const SetLoad &action) { m_situation.load.shoppersPerSecond = action.shoppersPerSecond; }
    void operator()(const Wait &) { wait(); }
    void operator()(const WaitUntilHealthy &) { wait(); }
    void operator()(const WaitUntilJourney &) { wait(); }
    // What undoes something that was done before, or does nothing yet.
    void operator()(const Restart &) { }
    void operator()(const Lift &) { }
    void operator()(const Autoscale &) { }

    bool isOver() const { return m_isOver; }

private:
    bool isMeant(const PackagingId &named) const
    {
        return named.isEmpty() || named == m_situation.packaging.id;
    }
    void wait() { m_isOver = !m_situation.faults.empty(); }

    Situation &m_situation;
    bool m_isOver = false;
};

} // namespace

std::optional<Situation>
situationOf(const Scenario &scenario, const FleetRecord &record, const model::system::System &system)
{
    const auto *packaging = scenario.fleet(record.fleet);
    if (packaging == nullptr || record.faults.empty())
        return std::nullopt;
    Situation situation;
    situation.system = system;
    situation.packaging = *packaging;
    situation.policies = scenario.policies;
    situation.load.shoppersPerSecond = scenario.load.shoppersPerSecond;
    const auto &fault = record.faults.front();
    using std::chrono::round, std::chrono::milliseconds;
    situation.load.before = scenario.load.warmUp + round<milliseconds>(fault.at - record.begin);
    situation.moment = round<milliseconds>(fault.restartedAt.value_or(record.end) - fault.at);
    Reading reading(situation);
    for (const auto &action : scenario.actions) {
        if (reading.isOver())
            break;
        std::visit(reading, action);
    }
    return situation;
}

} // namespace services::experiment
