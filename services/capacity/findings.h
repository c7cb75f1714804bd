// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "trial.h"

#include <model/analysis/cost.h>

#include <QJsonObject>

#include <optional>

namespace services::capacity {

// One load on one number of instances, tried several times.
struct Point
{
    struct Round
    {
        double arrivedPerSecond = 0;
        Seconds predicted{0}; // mean, for those who came
        Seconds predictedP95{0};
        Seconds measured{0};
        Seconds measuredP95{0};
        int attempts = 0;
        int failed = 0;
        double processors = 0; // that the program kept busy: shoppers, instances and all
        Seconds waitedForProcessor{0}; // by all threads, for each shopper
        Seconds predictedByHops{0}; // mean, from the hops' costs alone: nothing else was measured before
    };
    double load = 0; // shoppers per second, as ordered
    model::packaging::Packaging packaging;
    std::vector<Round> rounds;

    // Means over the rounds.
    Seconds mean(Seconds Round::*time) const;
    double mean(double Round::*figure) const;
    double error() const; // predicted / measured - 1
    double errorByHops() const; // predictedByHops / measured - 1
    // Threads waited for a processor so long that it shows in what shoppers waited: the machine, and not the
    // declared work, was scarce.
    bool isLimitedByProcessor() const;
};

// How many shoppers a second the fleet can take.
struct Limit
{
    model::packaging::Packaging packaging;
    model::system::UnitId bottleneck;
    double predicted = 0;
    // Work that the bottleneck does in a second under more load than it can take, by the work that a shopper
    // brings it when all is well: both are counted, neither is the model's.
    std::vector<double> measured; // each round; empty: not measured
    double processors = 0; // busy meanwhile, measured
    double waiting = 0; // threads that waited for a processor, on average
    model::analysis::Cost cost; // declared
    std::vector<double> work = {}; // that the bottleneck has done: seconds of it in a second, each round
    Seconds predictedWork{0}; // that an average shopper brings to the bottleneck
    Seconds measuredWork{0};

    double median() const;
    double error() const;
    // No processor was left, or others had them: it would have been more on a larger machine.
    bool isLimitedByProcessor() const;
};

// What `faultline-lab capacity` has found. A value.
struct Findings
{
    model::analysis::MachineCosts costs;
    std::vector<Point> points;
    std::vector<Limit> limits; // one for each number of instances

    // Of the points' errors without their signs; nothing when there are none.
    std::optional<double> medianError() const;
    std::optional<double> worstError() const;
    std::optional<double> medianErrorByHops() const;
    // The same of the limits that were measured.
    std::optional<double> medianLimitError() const;
    // Something was measured, and neither the median error of the times nor that of the limits is larger.
    bool areWithin(double share) const;
};

QJsonObject toJson(const Findings &findings);

double medianOf(std::vector<double> values); // of none: 0

} // namespace services::capacity
