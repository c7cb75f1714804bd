// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tally.h"

namespace services::experiment {

namespace {

constexpr double downBelow = 0.5;
constexpr double workingFrom = 0.9;

} // namespace

void Tally::add(load::Outcome outcome, bool isLate)
{
    ++attempts;
    succeeded += outcome == load::Outcome::Failed ? 0 : 1;
    degraded += outcome == load::Outcome::Degraded ? 1 : 0;
    late += isLate && outcome == load::Outcome::Degraded ? 1 : 0;
}

std::optional<double> Tally::successShare() const
{
    if (attempts == 0)
        return std::nullopt;
    return double(succeeded) / attempts;
}

JourneyState Tally::state() const
{
    const auto share = successShare();
    if (!share)
        return JourneyState::Unknown;
    if (*share < downBelow)
        return JourneyState::Down;
    const double inFull = double(succeeded - degraded) / attempts;
    return inFull >= workingFrom ? JourneyState::Working : JourneyState::Degraded;
}

} // namespace services::experiment
