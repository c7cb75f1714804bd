// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policycaller.h"

#include "deadline.h"
#include "repeatable.h"

namespace services::resilience {

using namespace Qt::StringLiterals;
using contract::Error;
using contract::failure;
using contract::Kind;
using contract::Reply;
using contract::Request;
using contract::Result;

PolicyCaller::PolicyCaller(std::unique_ptr<contract::Caller> inner,
                           telemetry::Recorder &recorder,
                           CallPolicy policy)
    : m_inner(std::move(inner))
    , m_recorder(recorder)
    , m_policy(policy)
{
}

QCoro::Task<Result<Reply>> PolicyCaller::call(Request request)
{
    auto &deadline = request.context.deadline;
    deadline = shortened(deadline, m_recorder.now(), m_policy.timeout);
    budgetOf(request.endpoint.capability).countCall(m_recorder.now());
    for (int attempt = 1; m_recorder.now() < deadline; ++attempt) {
        Request once = request;
        auto outcome = co_await m_inner->call(std::move(once));
        if (outcome || !mayRepeat(request, outcome.error(), attempt))
            co_return outcome;
    }
    co_return failure(Kind::TimedOut, u"The time for this request is over"_s,
                      request.endpoint.capability.value);
}

RetryBudget &PolicyCaller::budgetOf(const model::system::CapabilityId &callee)
{
    return m_budgets.try_emplace(callee, m_policy.budget).first->second;
}

bool PolicyCaller::mayRepeat(const Request &request, const Error &error, int attempt)
{
    if (!isRepeatable(request, error.kind) || attempt >= m_policy.attempts)
        return false;
    const auto &trace = request.context.trace;
    if (!budgetOf(request.endpoint.capability).trySpend(m_recorder.now())) {
        m_recorder.annotate(trace, u"Not tried again, the retry budget is spent: %1"_s.arg(error.message));
        return false;
    }
    m_recorder.countRetry({request.context.caller, request.endpoint});
    m_recorder.annotate(trace, u"Tried again: %1"_s.arg(error.message));
    return true;
}

} // namespace services::resilience
