// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protection.h"

#include "seconds.h"

#include <algorithm>
#include <cmath>

namespace model::analysis {

namespace {

// Erlang B by its recursion (Erlang 1917; e.g. Kleinrock, Queueing Systems I, 3.6).
double lossShare(int servers, double load)
{
    double share = 1;
    for (int server = 1; server <= servers; ++server)
        share = load * share / (server + load * share);
    return share;
}

} // namespace

// In turns: open for a while, then a few trials, and if all of them are well closed until the share of bad
// calls is reached again, which takes the fewest calls that count.
double stoppedByBreaker(const operation::BreakerPolicy &policy, const Flow::OfCall &flow)
{
    const double window = secondsOf(policy.window);
    if (flow.perSecond * window < policy.fewestCalls)
        return 0;
    const double failed = flow.failed / flow.perSecond;
    const double slow = flow.slow / flow.perSecond;
    if (failed < policy.failureShare && slow < policy.slowShare)
        return 0;
    const double well = std::max(0.0, 1 - std::max(failed, slow));
    const double closes = std::pow(well, policy.trialCalls);
    const double held = flow.held / flow.perSecond;
    // Trials begin one after another; the first bad one to end stops those which would follow.
    const double trials = std::min<double>(policy.trialCalls, 1 + flow.perSecond * held);
    const double passed = closes * (policy.trialCalls + policy.fewestCalls) + (1 - closes) * trials;
    const double blocked = flow.perSecond * (secondsOf(policy.openFor) + (1 - closes) * held);
    return std::clamp(blocked / (blocked + passed), 0.0, 1.0);
}

namespace {

// Bad calls count once they have ended; the others in the window are those from before, which go out of it,
// and the well ones since.
double secondsUntil(double share, double bad, double held, double window, Turning turning)
{
    if (bad < share)
        return never;
    const double surplus = turning.through * (bad - share);
    const double withOld = share * std::max(0.0, window - held) / (surplus + share);
    const double few = share * turning.wellFor;
    const double withFewOld = few <= 0 ? 0 : surplus > 0 ? few / surplus : never;
    return held + std::min(withOld, withFewOld);
}

} // namespace

double secondsUntilOpen(const operation::BreakerPolicy &policy, const Flow::OfCall &flow, Turning turning)
{
    const double window = secondsOf(policy.window);
    if (flow.perSecond <= 0 || flow.perSecond * turning.through * window < policy.fewestCalls)
        return never;
    const double held = flow.held / flow.perSecond;
    const double missing = policy.fewestCalls / flow.perSecond - std::min(turning.wellFor, window);
    const double enough = held + std::max(0.0, missing) / turning.through;
    const double bad
        = std::min(secondsUntil(policy.failureShare, flow.failed / flow.perSecond, held, window, turning),
                   secondsUntil(policy.slowShare, flow.slow / flow.perSecond, held, window, turning));
    return std::max(bad, enough);
}

double stoppedByBulkhead(const operation::BulkheadPolicy &policy, const Flow::OfCall &flow, double lost)
{
    const double free = policy.concurrent - lost;
    if (free < 1)
        return 1;
    return policy.waiting > 0 && flow.held < free ? 0 : lossShare(static_cast<int>(free), flow.held);
}

double letIn(double places, double lost, double wanted)
{
    const double free = places - lost;
    if (free < 1)
        return 0;
    return wanted <= free ? 1 : free / wanted;
}

// M/M/c, its wait after Sakasegawa (1977); a full queue in front of busy workers beyond their limit.
Queueing queueing(const Ground::Unit &unit, const Flow::OfLot &flow)
{
    const double perSecond = flow.outsidePerSecond + flow.insidePerSecond + flow.messagesPerSecond;
    if (flow.workSeconds <= 0 || perSecond <= 0)
        return {};
    const double service = flow.workSeconds / perSecond;
    const double use = flow.workSeconds / unit.workers;
    const double longest = unit.queue * service / unit.workers;
    if (use >= 1)
        return {1 / use, longest};
    const double wait
        = service * std::pow(use, std::sqrt(2.0 * (unit.workers + 1)) - 1) / (unit.workers * (1 - use));
    return {1, std::min(wait, longest)};
}

} // namespace model::analysis
