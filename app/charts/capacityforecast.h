// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <vector>

namespace app::charts {

using Milliseconds = std::chrono::duration<double, std::milli>;

// What one fleet can carry, as the model predicts it for the instances that run. Values to draw and to say;
// the loads are shoppers a second, the times those of a journey.
struct CapacityForecast
{
    struct Sample
    {
        double load = 0;
        Milliseconds mean{0};
        Milliseconds p95{0};
    };
    // Where the curve ends, and why.
    struct Ceiling
    {
        double load = 0; // at which the bottleneck's workers are busy all the time; 0: nobody works
        QString unit; // the bottleneck's title
        int workers = 0; // of all its instances
        std::vector<Sample> curve; // up to nearly there
    };
    Ceiling now;
    Ceiling oneMore; // with one more instance of the unit that is the bottleneck now
    Milliseconds networkHop{0};
    Milliseconds localHop{0};
    bool areHopsMeasured = false; // false: they are taken to cost nothing
};

// What was measured while nothing changed, and what the model predicts for those who came.
struct CapacityMeasurement
{
    struct Pair
    {
        Milliseconds predicted{0}; // infinite: more have come than it can carry
        Milliseconds measured{0}; // of the attempts that succeeded

        double error() const { return measured / predicted - 1; }
    };
    double load = 0; // who came, a second
    Pair mean;
    Pair p95;
    double seconds = 0; // in which they came
    int attempts = 0;
    int lost = 0; // failed, or still waiting long after
    Milliseconds waited{0}; // by the program's threads for a processor, for each journey
    CapacityForecast::Sample latest; // the last few seconds alone
};

} // namespace app::charts

Q_DECLARE_METATYPE(app::charts::CapacityForecast)
Q_DECLARE_METATYPE(app::charts::CapacityMeasurement)
