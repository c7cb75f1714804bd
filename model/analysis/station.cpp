// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "station.h"

#include "erlang.h"

#include <limits>

namespace model::analysis {

namespace {

constexpr double imbalance = 0.45; // see the header

} // namespace

double Station::perSecond() const
{
    double sum = 0;
    for (const auto &flow : flows)
        sum += flow.perSecond;
    return sum;
}

double Station::erlangs() const
{
    double sum = 0;
    for (const auto &flow : flows)
        sum += flow.perSecond * flow.serviceSeconds;
    return sum;
}

double Station::serviceVariability() const
{
    const double rate = perSecond();
    const double mean = rate > 0 ? erlangs() / rate : 0;
    if (mean <= 0)
        return 1;
    double square = 0; // the second moment of an exponential time is twice its mean squared
    for (const auto &flow : flows)
        square += flow.perSecond / rate * 2 * flow.serviceSeconds * flow.serviceSeconds;
    return square / (mean * mean) - 1;
}

double Station::arrivalVariability() const
{
    double requests = 0;
    double squares = 0;
    for (const auto &flow : flows) {
        requests += flow.perSecond;
        squares += flow.perSecond * flow.groupSize;
    }
    return requests > 0 ? squares / requests : 1;
}

double Station::waitingShare() const
{
    return erlangC(workers(), erlangs());
}

double Station::meanWait() const
{
    const double load = erlangs();
    const double utilised = utilisation();
    if (utilised >= 1)
        return std::numeric_limits<double>::infinity();
    if (load <= 0)
        return 0;
    const double pooled = waitingShare() * load / perSecond() / (workers() - load);
    const double spread = 1 + imbalance * (instances - 1) * (1 - utilised);
    return pooled * spread * (arrivalVariability() + serviceVariability()) / 2;
}

} // namespace model::analysis
