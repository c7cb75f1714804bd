// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "address.h"
#include "httplimits.h"
#include "httpmessage.h"

#include <model/result/result.h>
#include <services/waiting/timers.h>
#include <services/waiting/waitscope.h>

#include <QCoroTask>

#include <memory>

namespace services::transport {

using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::result::Result;
using waiting::Instant;

class ClientPool;

// Sends requests to servers of this machine over pooled keep-alive connections. For one thread: made, used
// and destroyed in it; destroy it after its scope was cancelled, so that no call still waits.
//
// Errors: Refused (nothing was sent), Reset (the connection died after sending), TimedOut, Cancelled (the
// scope has ended), Overloaded (too many calls at once), Internal (the answer is malformed or too large).
// A kept connection which turns out to be closed is replaced once, without a word, when nothing of the
// request was written or repeating it is safe (GET, HEAD, PUT, DELETE, OPTIONS, or an Idempotency-Key).
class HttpClient
{
public:
    HttpClient(HttpClientLimits limits, waiting::WaitScope &scope, waiting::Timers &timers);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    // An answer of any status is a success here.
    QCoro::Task<Result<HttpResponse>> send(Address address, HttpRequest request, Instant deadline);
    // Closes the kept connections to a server that is known to have gone; calls in progress go on.
    void forget(Address address);
    // Open connections, busy ones included.
    int connections() const;

private:
    waiting::WaitScope &m_scope;
    waiting::Timers &m_timers;
    std::unique_ptr<ClientPool> m_pool;
};

} // namespace services::transport
