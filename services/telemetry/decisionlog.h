// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/telemetry/decision.h>

#include <map>
#include <vector>

namespace services::telemetry {

// The decisions of policies which wait to be drained. What can happen with each call is written down at most
// once a second for each kind and call; how often it happened is counted elsewhere. Bounded: when it is full,
// what comes is lost. Thread-bound.
class DecisionLog
{
public:
    // False: it was written down a moment ago, or is lost.
    bool add(model::telemetry::Decision decision);
    std::vector<model::telemetry::Decision> drain();

private:
    using LastNoted = QHash<model::telemetry::LinkId, model::telemetry::Instant>;

    std::vector<model::telemetry::Decision> m_decisions;
    std::map<model::telemetry::DecisionKind, LastNoted> m_lastNoted;
};

} // namespace services::telemetry
