// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace model::operation {

// How the instances of a unit follow its load: settings of an autoscaler. A value. The defaults of target,
// tolerance and stabilisation are Kubernetes', but that the window is shorter: nobody watches for five
// minutes.
struct Autoscaling
{
    double target = 0.6; // share of the workers that are to be busy
    double tolerance = 0.1; // of the target: no action within
    int fewest = 1; // instances
    int most = 6;
    std::chrono::milliseconds scaleDownAfter{15000}; // the stabilisation window

    bool operator==(const Autoscaling &) const = default;
};

} // namespace model::operation
