// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/policies.h>
#include <services/contract/clock.h>

#include <functional>
#include <optional>

namespace services::resilience {

// Refuses early what could only be answered late: from a share of the limit on, requests from outside are
// turned away, so that those inside are finished. After Google, Site Reliability Engineering, ch. 22, "Load
// Shedding and Graceful Degradation" (https://sre.google/sre-book/addressing-cascading-failures/), and
// Envoy's overload manager, whose triggers are such shares
// (https://www.envoyproxy.io/docs/envoy/latest/configuration/operations/overload_manager/overload_manager).
// Tells when it begins and when a second has passed without any refusal. One per instance. Thread-bound.
class LoadShedding
{
public:
    using Tell = std::function<void(bool began, int refused)>; // `refused`: within all of it
    explicit LoadShedding(Tell tell);

    // Nothing: everybody is admitted.
    void change(const std::optional<model::operation::SheddingPolicy> &policy);
    bool admits(int inFlight, int limit, contract::Instant now);
    // For whoever looks now and then, since nobody may come any more.
    void look(contract::Instant now);

private:
    Tell m_tell;
    std::optional<model::operation::SheddingPolicy> m_policy;
    int m_refused = 0; // 0: it does not shed
    contract::Instant m_lastRefused;
};

} // namespace services::resilience
