// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "localcaller.h"

#include <services/waiting/pending.h>

#include <utility>

namespace services::transport {

using namespace Qt::StringLiterals;
using contract::Kind;
using contract::Reply;
using contract::Request;
using contract::Result;
using Serving = QCoro::Task<Result<Reply>>;

namespace {

QCoro::Task<> handOver(Serving serving, waiting::Completer<Result<Reply>> completer)
{
    auto outcome = co_await serving;
    completer.complete(std::move(outcome));
}

} // namespace

LocalCaller::LocalCaller(Dispatch dispatch, waiting::WaitScope &scope, waiting::Timers &timers)
    : m_dispatch(std::move(dispatch))
    , m_scope(scope)
    , m_timers(timers)
{
}

QCoro::Task<Result<Reply>> LocalCaller::call(Request request)
{
    const auto deadline = request.context.deadline;
    const auto callee = request.endpoint.capability;
    auto serving = m_dispatch(std::move(request));
    if (serving.isReady() || deadline == contract::Instant::max()) {
        auto outcome = co_await serving;
        co_return outcome;
    }
    const waiting::Pending<Result<Reply>> answer(m_scope, m_timers, deadline);
    m_scope.spawn(handOver(std::move(serving), answer.completer()));
    auto awaited = co_await answer;
    if (awaited)
        co_return *std::move(awaited);
    if (awaited.error().kind == Kind::TimedOut)
        co_return failure(Kind::TimedOut, u"%1 did not answer in time"_s.arg(callee.value), callee.value);
    co_return failure(awaited.error());
}

} // namespace services::transport
