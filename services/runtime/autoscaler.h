// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/autoscaling.h>
#include <model/telemetry/instant.h>

#include <deque>
#include <optional>

namespace services::runtime {

using model::telemetry::Instant;

// How many instances a unit should have, after the algorithm of Kubernetes' HorizontalPodAutoscaler
// (https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#algorithm-details):
//   - desired = ceil(ready * utilisation / target); of the mean over those instances which are ready;
//   - nothing is done while utilisation / target is within the tolerance of 1;
//   - an instance that is not ready yet counts as idle when the order would be to grow, and as full when it
//     would be to shrink; if that turns the order around, nothing is done;
//   - in one step it grows to twice as many or by four, whichever is more;
//   - it shrinks to the largest number that was wanted within the stabilisation window; growing is not held
//   up;
//   - always within fewest and most.
// A plain object: decides, and neither measures nor scales. One thread; one for each unit.
class Autoscaler
{
public:
    using Settings = model::operation::Autoscaling;
    explicit Autoscaler(Settings settings)
        : m_settings(settings)
    {
    }

    struct Observation
    {
        int instances = 1; // which are ordered, ready or not
        int ready = 1; // which take requests
        double utilisation = 0; // mean share of the ready ones' workers that are busy, or waited for
    };
    // What it should be from now on; nothing when all may stay as it is. `now` never goes back.
    std::optional<int> decide(const Observation &seen, Instant now);

    const Settings &settings() const { return m_settings; }

private:
    int wanted(const Observation &seen) const;
    int stabilised(int wanted, int instances, Instant now);

    struct Recommendation
    {
        Instant at;
        int instances;
    };
    Settings m_settings;
    std::deque<Recommendation> m_recent; // within the window, the oldest first
};

} // namespace services::runtime
