// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "policies.h"

#include <QHash>

#include <vector>

namespace model::operation {

// Which calls a policy is about.
struct CallKey
{
    system::CapabilityId caller;
    system::EndpointId callee;

    bool operator==(const CallKey &) const = default;
    friend size_t qHash(const CallKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.caller, key.callee);
    }
};

// All policies in force in a fleet: those for everything, and for calls and units which differ. A plain
// value: whoever changes one publishes a new book.
struct PolicyBook
{
    CallPolicies calls; // each call which is not named below
    UnitPolicies units; // each unit which is not named below
    QHash<CallKey, CallPolicies> callExceptions; // whole: nothing is inherited
    QHash<system::CapabilityId, UnitPolicies> unitExceptions; // of the unit which holds the capability

    const CallPolicies &of(const CallKey &call) const;
    // The exception of the first of the unit's capabilities which has one.
    const UnitPolicies &of(const std::vector<system::CapabilityId> &unit) const;

    bool operator==(const PolicyBook &) const = default;
};

// Nothing is protected: calls wait for ever, are never repeated, and nobody is left out.
PolicyBook noPolicies();
// How fleets start: a timeout and retries within a budget, nothing else.
PolicyBook usualPolicies();
// Everything on, with its presets.
PolicyBook allPolicies();

} // namespace model::operation
