// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "protection.h"

#include "seconds.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

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

// A breaker that counts: the calls of its window, of which the older ones, from before, were well.
struct Counting
{
    double share = 0; // of bad ones, at which it opens
    double bad = 0; // how likely a call is so
    double calls = 0; // in a full window
    int fewest = 0; // which have to be in it
    double old = 0; // in it at first
    double passed = 0; // share of the window's time before the first new one counts
};

double binomial(int n, int k, double p)
{
    return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(p)
                    + (n - k) * std::log1p(-p));
}

// After how many new calls it is as likely as not that it has opened: their number is a matter of chance, and
// it looks after each. Follows how likely which number of bad ones is until the window is full of new ones;
// from then on it opens whenever the number goes up to the limit, for another call goes out of the window
// with each that comes. Never: hardly ever.
double callsUntilOpen(const Counting &counting)
{
    constexpr double asLikelyAsNot = 0.5;
    constexpr double hardlyEver = 1e-6; // of a call
    if (counting.bad <= 0)
        return never;
    const int full = std::max(1, static_cast<int>(std::round(counting.calls)));
    std::vector<double> likely{1}; // by the number of bad ones
    double closed = 1;
    for (int calls = 1; calls <= full; ++calls) {
        likely.push_back(0);
        for (std::size_t bad = likely.size(); --bad > 0;)
            likely[bad] = likely[bad] * (1 - counting.bad) + likely[bad - 1] * counting.bad;
        likely[0] *= 1 - counting.bad;
        const double left = counting.calls * (1 - counting.passed) - calls;
        const double all = calls + std::clamp(left, 0.0, counting.old);
        const auto limit = static_cast<std::size_t>(std::max(1.0, std::ceil(counting.share * all - 1e-9)));
        for (std::size_t bad = limit; all >= counting.fewest && bad < likely.size(); ++bad)
            closed -= std::exchange(likely[bad], 0);
        if (closed <= asLikelyAsNot)
            return calls;
    }
    const int below = static_cast<int>(std::ceil(counting.share * full - 1e-9)) - 1;
    if (full < counting.fewest || counting.bad >= 1 || below < 0)
        return never;
    const double opens = binomial(full, below, counting.bad) * counting.bad * (1 - double(below) / full);
    return opens < hardlyEver ? never : full + std::log(closed / asLikelyAsNot) / opens;
}

// With more calls in the window chance decides little, and they are too many to be followed one by one.
constexpr double manyCalls = 150;

// How many calls a breaker lets pass that has just closed.
double callsUntilOpenAgain(const operation::BreakerPolicy &policy, const Flow::OfCall &flow)
{
    const double failed = flow.failed / flow.perSecond;
    const double slow = flow.slow / flow.perSecond;
    const double calls = flow.perSecond * secondsOf(policy.window);
    if (calls > manyCalls)
        return failed >= policy.failureShare || slow >= policy.slowShare ? policy.fewestCalls : never;
    return std::min(callsUntilOpen({policy.failureShare, failed, calls, policy.fewestCalls}),
                    callsUntilOpen({policy.slowShare, slow, calls, policy.fewestCalls}));
}

} // namespace

// In turns: open for a while, then a few trials, and if all of them are well closed until the share of bad
// calls is reached again. It is asked about while the faults last: who closes rarely is not taken for closed
// for longer than a window.
double stoppedByBreaker(const operation::BreakerPolicy &policy, const Flow::OfCall &flow)
{
    const double window = secondsOf(policy.window);
    if (flow.perSecond * window < policy.fewestCalls)
        return 0;
    const double failed = flow.failed / flow.perSecond;
    const double slow = flow.slow / flow.perSecond;
    const double well = std::max(0.0, 1 - std::max(failed, slow));
    const double closes = std::pow(well, policy.trialCalls);
    double again = callsUntilOpenAgain(policy, flow);
    if (closes > 0.5 && again == never)
        return 0;
    again = std::min(again, std::max<double>(policy.fewestCalls, flow.perSecond * window));
    const double held = flow.held / flow.perSecond;
    // Trials begin one after another; the first bad one to end stops those which would follow.
    const double trials = std::min<double>(policy.trialCalls, 1 + flow.perSecond * held);
    const double passed = closes * (policy.trialCalls + again) + (1 - closes) * trials;
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
    const double calls = flow.perSecond * turning.through * window;
    if (calls <= manyCalls && held < window) {
        const double old = flow.perSecond * std::min(turning.wellFor, window);
        const auto until = [&](double share, double bad) {
            return callsUntilOpen({share, bad, calls, policy.fewestCalls, old, held / window});
        };
        const double soonest = std::min(until(policy.failureShare, flow.failed / flow.perSecond),
                                        until(policy.slowShare, flow.slow / flow.perSecond));
        return held + soonest / (flow.perSecond * turning.through);
    }
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
