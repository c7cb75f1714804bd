// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decisionlog.h"

#include <utility>

namespace services::telemetry {

using namespace model::telemetry;

namespace {

constexpr std::size_t mostDecisions = 256;
constexpr auto atMostEvery = std::chrono::seconds(1);

bool canHappenWithEachCall(DecisionKind kind)
{
    return kind == DecisionKind::BulkheadFull || kind == DecisionKind::BudgetSpent
        || kind == DecisionKind::FallbackUsed;
}

} // namespace

bool DecisionLog::add(Decision decision)
{
    if (canHappenWithEachCall(decision.kind)) {
        auto &noted = m_lastNoted[decision.kind];
        const auto last = noted.constFind(decision.link);
        if (last != noted.cend() && decision.at < *last + atMostEvery)
            return false;
        noted.insert(decision.link, decision.at);
    }
    if (m_decisions.size() >= mostDecisions)
        return false;
    m_decisions.push_back(std::move(decision));
    return true;
}

std::vector<Decision> DecisionLog::drain()
{
    return std::exchange(m_decisions, {});
}

} // namespace services::telemetry
