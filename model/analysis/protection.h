// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "flow.h"

namespace model::analysis {

// How policies and limits answer to what is asked, each in the steady state; of one instance.

// Which share of the calls an open breaker stops (services/resilience, CircuitBreaker).
double stoppedByBreaker(const operation::BreakerPolicy &policy, const Flow::OfCall &flow);
// Seconds from a moment on at which calls turn out as in the flow, of which so many a second get as far as
// the breaker, until it opens; never: it stays closed. Those before, for so many seconds, were well.
struct Turning
{
    double through = 1; // share which gets to it
    double wellFor = never; // seconds
};
double secondsUntilOpen(const operation::BreakerPolicy &policy, const Flow::OfCall &flow, Turning turning);

// Which share of the calls finds the bulkhead full: Erlang's loss formula, with `lost` places taken for good.
double stoppedByBulkhead(const operation::BulkheadPolicy &policy, const Flow::OfCall &flow, double lost);
// How many connections an instance has at most at once, one for each request from outside
// (services/transport, HttpLimits); whoever has given up keeps his until the request has ended.
constexpr double mostConnections = 1024;
// And how many it has to all others together, one for each call that is under way (HttpClientLimits).
constexpr double mostCalls = 512;
// Which share of the requests an instance lets in with so many places, `lost` of them taken for good.
double letIn(double places, double lost, double wanted);

// What waits for workers, and who finds the queue full.
struct Queueing
{
    double served = 1;
    double waitSeconds = 0;
};
Queueing queueing(const Ground::Unit &unit, const Flow::OfLot &flow);

} // namespace model::analysis
