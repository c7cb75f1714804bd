// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policybook.h"

namespace model::operation {

const CallPolicies &PolicyBook::of(const CallKey &call) const
{
    const auto exception = callExceptions.constFind(call);
    return exception == callExceptions.cend() ? calls : *exception;
}

const UnitPolicies &PolicyBook::of(const std::vector<system::CapabilityId> &unit) const
{
    for (const auto &capability : unit) {
        const auto exception = unitExceptions.constFind(capability);
        if (exception != unitExceptions.cend())
            return *exception;
    }
    return units;
}

PolicyBook noPolicies()
{
    return {};
}

PolicyBook usualPolicies()
{
    PolicyBook book;
    book.calls.timeout.emplace();
    book.calls.retry.emplace();
    return book;
}

PolicyBook allPolicies()
{
    PolicyBook book = usualPolicies();
    book.calls.breaker.emplace();
    book.calls.bulkhead.emplace();
    book.calls.fallback.emplace();
    book.units.shedding.emplace();
    book.units.ejection.emplace();
    return book;
}

} // namespace model::operation
