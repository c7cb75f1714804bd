// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decisionlog.h"

#include <algorithm>
#include <utility>

namespace services::telemetry {

using namespace model::telemetry;

namespace {

constexpr std::size_t mostDecisions = 256;
constexpr auto atMostEvery = std::chrono::seconds(1);

bool canHappenWithEachCall(DecisionKind kind)
{
    return kind == DecisionKind::BulkheadFull || kind == DecisionKind::BudgetSpent
        || kind == DecisionKind::FallbackUsed || kind == DecisionKind::CallTimedOut
        || kind == DecisionKind::CallRepeated;
}

} // namespace

bool DecisionLog::add(Decision decision)
{
    if (canHappenWithEachCall(decision.kind)) {
        auto &noted = m_noted[decision.kind];
        const auto last = noted.find(decision.link);
        if (last != noted.end() && decision.at < last->at + atMostEvery) {
            ++last->heldBack;
            last->latest = std::move(decision);
            return false;
        }
        if (last != noted.end())
            decision.times += last->heldBack;
        noted.insert(decision.link, {decision.at});
    }
    return keep(std::move(decision));
}

bool DecisionLog::keep(Decision decision)
{
    if (m_decisions.size() >= mostDecisions)
        return false;
    m_decisions.push_back(std::move(decision));
    return true;
}

std::vector<Decision> DecisionLog::drain(Instant now)
{
    for (auto &[kind, noted] : m_noted) {
        for (auto &each : noted) {
            if (each.heldBack == 0 || now < each.at + atMostEvery)
                continue;
            each.latest.times = std::exchange(each.heldBack, 0);
            each.at = now;
            keep(std::exchange(each.latest, {}));
        }
    }
    std::ranges::stable_sort(m_decisions, {}, &Decision::at);
    return std::exchange(m_decisions, {});
}

} // namespace services::telemetry
