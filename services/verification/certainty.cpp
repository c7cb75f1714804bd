// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certainty.h"

#include <cmath>

namespace services::verification {

namespace {

// Of the normal distribution, for 95 %.
constexpr double z = 1.96;
constexpr double oneSidedZ = 1.645;

} // namespace

ShareInterval shareInterval(int hits, int attempts)
{
    if (attempts <= 0)
        return {};
    const double beyond = oneSidedZ * oneSidedZ / (attempts + oneSidedZ * oneSidedZ);
    if (hits == 0)
        return {0, beyond};
    if (hits == attempts)
        return {1 - beyond, 1};
    const double share = double(hits) / attempts;
    const double weight = z * z / attempts;
    const double middle = (share + weight / 2) / (1 + weight);
    const double reach
        = z * std::sqrt(share * (1 - share) / attempts + weight / (4 * attempts)) / (1 + weight);
    return {middle - reach, middle + reach};
}

bool isDecided(const experiment::Tally &tally)
{
    const auto succeeded = shareInterval(tally.succeeded, tally.attempts);
    const auto inFull = shareInterval(tally.succeeded - tally.degraded, tally.attempts);
    return model::operation::stateOf(succeeded.low, inFull.low)
        == model::operation::stateOf(succeeded.high, inFull.high);
}

bool isUniform(const experiment::Tally &tally)
{
    const auto isAllOrNone = [&](int hits) { return hits == 0 || hits == tally.attempts; };
    return isAllOrNone(tally.succeeded) && isAllOrNone(tally.succeeded - tally.degraded);
}

} // namespace services::verification
