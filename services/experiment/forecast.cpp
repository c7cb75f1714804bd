// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "forecast.h"

#include <algorithm>

namespace services::experiment {

using namespace model::operation;
using model::analysis::Situation;
using model::system::PackagingId;

namespace {

constexpr auto atOnce = std::chrono::milliseconds(100); // actions without a wait between them

// Goes through the actions and keeps what they make of the fleet.
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
            m_situation.faults.push_back(crashOf(action.target));
    }
    void operator()(const Restart &action)
    {
        if (!isMeant(action.target.fleet))
            return;
        std::erase_if(m_situation.faults, [&](const Fault &fault) {
            return fault.kind == FaultKind::Crash && fault.target.capability == action.target.capability
                && (action.target.instance == 0 || fault.target.instance == action.target.instance);
        });
    }
    void operator()(const Inject &action)
    {
        if (isMeant(action.fault.target.fleet))
            m_situation.faults.push_back(action.fault);
    }
    void operator()(const Lift &action)
    {
        if (!isMeant(action.fault ? action.fault->target.fleet : action.fleet))
            return;
        if (action.fault)
            std::erase(m_situation.faults, *action.fault);
        else
            m_situation.faults.clear();
    }
    void operator()(const SetPolicies &action)
    {
        if (isMeant(action.fleet))
            m_situation.policies
                = changed(m_situation.policies, action.change, m_situation.system, m_situation.packaging);
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
    // What only lets time pass.
    void operator()(const Wait &) { }
    void operator()(const WaitUntilHealthy &) { }
    void operator()(const WaitUntilJourney &) { }
    void operator()(const Storm &) { } // what it breaks is mended again by its end
    void operator()(const Autoscale &) { }
    void operator()(const SetSafeguard &) { }

private:
    static Fault crashOf(const Target &target) { return {FaultKind::Crash, target, {}, {}, {}}; }
    bool isMeant(const PackagingId &named) const
    {
        return named.isEmpty() || named == m_situation.packaging.id;
    }

    Situation &m_situation;
};

bool isTheSame(const Situation &a, const Situation &b)
{
    return a.faults == b.faults && a.policies == b.policies
        && a.load.shoppersPerSecond == b.load.shoppersPerSecond && a.packaging == b.packaging;
}

} // namespace

std::vector<Episode>
episodesOf(const Scenario &scenario, const FleetRecord &record, const model::system::System &system)
{
    using std::chrono::round, std::chrono::milliseconds;
    const auto *packaging = scenario.fleet(record.fleet);
    if (packaging == nullptr)
        return {};
    Situation situation;
    situation.system = system;
    situation.packaging = *packaging;
    situation.policies = scenario.policies;
    situation.load.shoppersPerSecond = scenario.load.shoppersPerSecond;
    std::vector<Episode> episodes;
    Instant since = record.begin;
    const auto close = [&](const Situation &past, Instant now) {
        if (past.faults.empty() || now - since < atOnce)
            return;
        episodes.push_back({past, since, now});
        auto &asked = episodes.back().situation;
        asked.load.before = scenario.load.warmUp + round<milliseconds>(since - record.begin);
        asked.moment = round<milliseconds>(now - since);
    };
    const auto played = std::min(scenario.actions.size(), record.actions.size());
    for (std::size_t i = 0; i < played; ++i) {
        const Situation past = situation;
        std::visit(Reading(situation), scenario.actions[i]);
        if (isTheSame(past, situation))
            continue;
        close(past, record.actions[i]);
        since = record.actions[i];
    }
    close(situation, record.end);
    return episodes;
}

} // namespace services::experiment
