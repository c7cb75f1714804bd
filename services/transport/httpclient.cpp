// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include "characters.h"
#include "clientpool.h"

#include <services/waiting/pending.h>

namespace services::transport {

using namespace Qt::StringLiterals;

namespace {

bool isSendable(const HttpRequest &request)
{
    return characters::isToken(request.method) && request.target.startsWith('/')
        && std::ranges::all_of(request.target, characters::isVisible);
}

} // namespace

HttpClient::HttpClient(HttpClientLimits limits, waiting::WaitScope &scope, waiting::Timers &timers)
    : m_scope(scope)
    , m_timers(timers)
    , m_pool(std::make_unique<ClientPool>(limits, timers))
{
}

HttpClient::~HttpClient() = default;

QCoro::Task<Result<HttpResponse>> HttpClient::send(Address address, HttpRequest request, Instant deadline)
{
    if (!isSendable(request))
        co_return failure(Kind::InvalidInput, u"The request has a malformed method or target"_s);
    if (deadline <= m_timers.now())
        co_return failure(Kind::TimedOut, u"There was no time left to ask 127.0.0.1:%1"_s.arg(address.port));
    waiting::Pending<HttpResponse> pending(m_scope, m_timers, deadline);
    ClientExchange exchange(address, request, pending.completer());
    if (!m_scope.isCancelled())
        m_pool->start(exchange);
    auto answer = co_await pending;
    if (!answer && answer.error().kind == Kind::TimedOut)
        co_return failure(Kind::TimedOut, u"127.0.0.1:%1 did not answer in time"_s.arg(address.port));
    co_return answer;
}

void HttpClient::forget(Address address)
{
    m_pool->forget(address);
}
int HttpClient::connections() const
{
    return m_pool->connections();
}

} // namespace services::transport
