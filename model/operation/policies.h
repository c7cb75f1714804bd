// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <chrono>
#include <optional>

namespace model::operation {

// The settings of what protects calls, as data; services/resilience plays them and names its sources.

// Nobody waits longer; the deadline travels with the call to whatever it calls in turn. Without it no
// deadline travels at all, whatever the caller's own was.
struct TimeoutPolicy
{
    std::chrono::milliseconds limit{2000}; // of a call with all of its retries
    bool operator==(const TimeoutPolicy &) const = default;
};

// What is worth a repeat.
enum class RetryOn
{
    LostConnections, // refused or reset: nobody has answered
    CalleeFailures, // besides, answers which say that the callee is not well: overloaded, timed out, ...
};
// What failed in a way that passes is sent again.
struct RetryPolicy
{
    RetryOn on = RetryOn::LostConnections;
    int attempts = 3; // at most, the first one included
    std::chrono::milliseconds backoff{25}; // before the second; doubles each time; 0: at once. What was
                                           // refused goes to another instance at once
    std::chrono::milliseconds longestBackoff{1000};
    bool fullJitter = true; // wait anything between nothing and the backoff
    bool onlyIdempotent = true; // what may have been acted on is not sent again, unless that is harmless
    bool hasBudget = true;
    double budgetShare = 0.2; // retries per call
    double budgetPerSecond = 10; // allowed besides
    // A callee that asks to be left alone for a while (Retry-After) is, up to so long, and the backoff comes
    // on top; who asks for longer is not heeded. 0: nobody is
    std::chrono::milliseconds longestRetryAfter{10'000};
    bool operator==(const RetryPolicy &) const = default;
};

// Stops calling what keeps failing, and tries again after a while.
struct BreakerPolicy
{
    std::chrono::milliseconds window{10000}; // in which calls are counted
    int fewestCalls = 10; // in the window, before it may open
    double failureShare = 0.5; // opens at this share of failed calls
    std::chrono::milliseconds slowAfter{1000}; // a call that took longer was slow
    double slowShare = 0.8; // opens at this share of slow calls
    std::chrono::milliseconds openFor{2000}; // then half-open
    int trialCalls = 3; // let through while half-open; all well: closed; one failed: open again
    bool operator==(const BreakerPolicy &) const = default;
};

// No callee may hold more than its share of the caller.
struct BulkheadPolicy
{
    int concurrent = 16; // calls of one kind from one instance at once, repeats included
    int waiting = 0; // further ones which wait for their turn; more fail at once
    bool operator==(const BulkheadPolicy &) const = default;
};

// Stands in when a call has failed because its callee is not well.
enum class Fallback
{
    Cached, // the last good answer to the same question of the same person; for GET, and not while something
            // is being changed. Where there is none: as Static
    Static, // what the caller's code declares (an optional call's fallback), and does with or without this
};
struct FallbackPolicy
{
    Fallback kind = Fallback::Cached;
    std::chrono::milliseconds freshFor{60000}; // a cached answer that is older is not used
    bool operator==(const FallbackPolicy &) const = default;
};

// What applies to a call. Nothing of a kind: the call is not protected so.
struct CallPolicies
{
    std::optional<TimeoutPolicy> timeout;
    std::optional<RetryPolicy> retry;
    std::optional<BreakerPolicy> breaker;
    std::optional<BulkheadPolicy> bulkhead;
    std::optional<FallbackPolicy> fallback;
    bool operator==(const CallPolicies &) const = default;
};

// A unit refuses early what it could only answer late: from this share of its limit in flight on, requests
// from outside its unit are answered 503 at once.
struct SheddingPolicy
{
    double inFlightShare = 0.8;
    bool operator==(const SheddingPolicy &) const = default;
};

// Callers leave an instance out which fails again and again while others do not.
struct EjectionPolicy
{
    int consecutiveFailures = 5;
    // Times the number of ejections so far, which good times count down.
    std::chrono::milliseconds ejectFor{5000};
    double mostEjected = 0.5; // of a unit's instances; of two or more at least one may be, the last never
    bool operator==(const EjectionPolicy &) const = default;
};

// What applies to the instances of a unit.
struct UnitPolicies
{
    std::optional<SheddingPolicy> shedding;
    std::optional<EjectionPolicy> ejection;
    bool operator==(const UnitPolicies &) const = default;
};

} // namespace model::operation
