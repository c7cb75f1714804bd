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
    return request.context.deadline == contract::Instant::max() ? m_dispatch(std::move(request))
                                                                : callInTime(std::move(request));
}

// The deadline is set before anything further down sets its own: whoever is asked last and has a way out when
// it is not answered in time comes too late for all who wait as long, as it does between units.
QCoro::Task<Result<Reply>> LocalCaller::callInTime(Request request)
{
    const auto callee = request.endpoint.capability;
    const waiting::Pending<Result<Reply>> answer(m_scope, m_timers, request.context.deadline);
    m_scope.spawn(handOver(m_dispatch(std::move(request)), answer.completer()));
    auto awaited = co_await answer;
    if (awaited)
        co_return *std::move(awaited);
    if (awaited.error().kind == Kind::TimedOut)
        co_return failure(Kind::TimedOut, u"%1 did not answer in time"_s.arg(callee.value), callee.value);
    co_return failure(awaited.error());
}

} // namespace services::transport
