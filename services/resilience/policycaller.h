// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "answercache.h"
#include "backoff.h"
#include "callguard.h"
#include "policyboard.h"

#include <services/contract/caller.h>

#include <unordered_map>

namespace services::resilience {

// Plays the policies which a capability's calls have at the moment, from the outside in:
//
//     fallback(timeout(retry(bulkhead(breaker(call)))))
//
// A stand-in is given at once, whatever the reason. The time limit is of the call with all of its retries and
// waits. Each attempt is counted by the breaker; what the bulkhead or the breaker has stopped is not tried
// again, and never counts against the callee. The order is that of Microsoft's HTTP pipelines on Polly v8
// ("Total Request Timeout -> Hedging -> Bulkhead -> Circuit Breaker",
// https://learn.microsoft.com/dotnet/api/microsoft.extensions.http.resilience.httpstandardhedgingresilienceoptions)
// with their repeats in the place of hedging; resilience4j also has retry outside of the breaker, but the
// bulkhead inside (https://resilience4j.readme.io/docs/getting-started-3#aspect-order).
//
// A callee that says when to come again (Retry-After) is heeded, as by Polly's HTTP retries
// (https://learn.microsoft.com/dotnet/api/microsoft.extensions.http.resilience.httpretrystrategyoptions.shouldretryafterheader),
// but never beyond the deadline: then nothing is repeated. As in Envoy's rate_limited_retry_back_off
// (https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto) there is a
// longest such wait, beyond which it does not count, and chance spreads those who wait for the same moment.
//
// Whoever is below keeps the deadline. A new edition of the board is seen at the next call. Without any
// policy it only passes calls on. Belongs to its instance and thread.
class PolicyCaller final : public contract::Caller
{
public:
    struct Means
    {
        CallGuard::Means guards;
        std::shared_ptr<const PolicyBoard> board;
        std::uint64_t seed = 1; // of the jitter
        // What the capability's code does without an answer, by callee, in words; of optional calls.
        QHash<model::system::EndpointId, QString> standIns;
    };
    // Put tracing outside: what is decided is remarked on the span which the call's context names.
    PolicyCaller(std::unique_ptr<contract::Caller> inner, model::system::CapabilityId self, Means means);

    QCoro::Task<contract::Result<contract::Reply>> call(contract::Request request) override;

private:
    struct Attempt;
    CallGuard &guardOf(const model::system::EndpointId &endpoint);
    void applyNews();
    QCoro::Task<Attempt> guarded(CallGuard *guard, contract::Request request);
    QCoro::Task<Attempt> throughBreaker(CallGuard *guard, contract::Request request);
    std::chrono::nanoseconds
    pauseBefore(int repeat, const model::result::Error &failure, const CallGuard &guard);
    // For a failed call: an answer in its place, or the failure.
    void
    standIn(CallGuard &guard, const contract::Request &request, contract::Result<contract::Reply> &outcome);
    void remember(const CallGuard &guard, const contract::Request &request, const contract::Reply &reply);

    std::unique_ptr<contract::Caller> m_inner;
    const model::system::CapabilityId m_self;
    Means m_means;
    std::shared_ptr<const PolicyBoard::Edition> m_edition;
    std::unordered_map<model::system::EndpointId, CallGuard> m_guards; // references to them stay valid
    Backoff m_backoff;
    AnswerCache m_cache;
};

} // namespace services::resilience
