// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/telemetry/decision.h>

#include <map>
#include <vector>

namespace services::telemetry {

// The decisions of policies which wait to be drained. What can happen with each call is written down at most
// once a second for each kind and call, with how often it has happened since. Bounded: when it is full, what
// comes is lost. Thread-bound.
class DecisionLog
{
public:
    // False: one like it was written down a moment ago, and it is held back; or it is lost.
    bool add(model::telemetry::Decision decision);
    // With those that have been held back for long enough by now.
    std::vector<model::telemetry::Decision> drain(model::telemetry::Instant now);

private:
    struct Noted
    {
        model::telemetry::Instant at; // the last time
        int heldBack = 0; // since then
        model::telemetry::Decision latest{}; // of these
    };
    bool keep(model::telemetry::Decision decision);

    std::vector<model::telemetry::Decision> m_decisions;
    std::map<model::telemetry::DecisionKind, QHash<model::telemetry::LinkId, Noted>> m_noted;
};

} // namespace services::telemetry
