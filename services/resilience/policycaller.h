// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "retrybudget.h"

#include <model/telemetry/instancetelemetry.h>
#include <services/contract/caller.h>
#include <services/telemetry/recorder.h>

#include <memory>
#include <unordered_map>

namespace services::resilience {

// How calls are protected.
struct CallPolicy
{
    std::chrono::nanoseconds timeout = std::chrono::seconds(2); // of a call with all of its retries
    int attempts = 3; // at most, the first one included; 1: no retries
    RetryBudget::Options budget;
};

// Brings each call's deadline nearer, and repeats at once what was refused (any request) or reset (idempotent
// ones), within the retry budget of the callee: with a balancer below, the repeat goes to another instance.
// Whoever is below keeps the deadline. Belongs to its instance and thread; the recorder outlives it.
class PolicyCaller final : public contract::Caller
{
public:
    // Retries are counted and remarked on the span which the call's context names: put tracing outside.
    PolicyCaller(std::unique_ptr<contract::Caller> inner,
                 telemetry::Recorder &recorder,
                 CallPolicy policy = {});

    QCoro::Task<contract::Result<contract::Reply>> call(contract::Request request) override;

private:
    RetryBudget &budgetOf(const model::system::CapabilityId &callee);
    bool mayRepeat(const contract::Request &request, const contract::Error &error, int attempt);

    std::unique_ptr<contract::Caller> m_inner;
    telemetry::Recorder &m_recorder; // also tells the time
    CallPolicy m_policy;
    std::unordered_map<model::system::CapabilityId, RetryBudget> m_budgets;
};

} // namespace services::resilience
