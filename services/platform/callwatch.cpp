// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callwatch.h"

#include <algorithm>
#include <tuple>

namespace services::platform {

namespace {

bool runs(const InstanceSnapshot &instance)
{
    using enum runtime::InstanceState;
    const auto state = instance.status.state;
    return state == Healthy || state == Unresponsive || state == Draining;
}

bool isBefore(const CallSnapshot &one, const CallSnapshot &other)
{
    const auto order = [](const CallSnapshot &call) {
        return std::tie(call.link.from.value, call.link.to.capability.value, call.link.to.operation);
    };
    return order(one) < order(other);
}

} // namespace

void CallWatch::add(const runtime::InstanceReport &report)
{
    const auto &called = report.telemetry.called;
    for (auto counters = called.begin(); counters != called.end(); ++counters) {
        auto &call = m_calls[counters.key()];
        call.calls += counters->requests;
        call.failed += counters->failed();
        call.degraded += counters->degraded;
        call.retries += counters->retries;
        call.stoppedByBreaker += counters->stoppedByBreaker;
        call.stoppedByBulkhead += counters->stoppedByBulkhead;
        call.fallbacks += counters->fallbacks;
    }
    m_breakers.insert(report.instance, report.telemetry.breakers);
}

std::vector<CallSnapshot> CallWatch::calls(const std::vector<InstanceSnapshot> &instances,
                                           const model::packaging::Packaging &packaging) const
{
    auto calls = m_calls;
    for (const auto &instance : instances) {
        const auto breakers = runs(instance) ? m_breakers.value(instance.status.id) : Breakers();
        for (auto breaker = breakers.begin(); breaker != breakers.end(); ++breaker) {
            auto &worst = calls[breaker.key()].breaker;
            worst = worst ? std::max(*worst, *breaker) : *breaker;
        }
    }
    std::vector<CallSnapshot> snapshots;
    for (auto call = calls.begin(); call != calls.end(); ++call) {
        snapshots.push_back(*call);
        snapshots.back().link = call.key();
        snapshots.back().crossesUnits = packaging.crosses(call.key().from, call.key().to.capability);
    }
    std::ranges::sort(snapshots, isBefore);
    return snapshots;
}

} // namespace services::platform
