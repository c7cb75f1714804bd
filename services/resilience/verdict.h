// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>
#include <services/contract/reply.h>

namespace services::resilience {

// What the end of a call says about its callee.
enum class Verdict
{
    Well, // it answered, be it that the question was wrong
    Failed, // it was not there, did not answer, or could not
    Unknown, // we have stopped ourselves
};

// After Polly's and Envoy's view of HTTP: connection failures, timeouts and 5xx are failures, 4xx are not
// (https://www.pollydocs.org/strategies/circuit-breaker, "consecutive_5xx" of
// https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/outlier).
Verdict verdictOn(model::result::Kind failure);
Verdict verdictOn(const model::result::Result<contract::Reply> &outcome);

} // namespace services::resilience
