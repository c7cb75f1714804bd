// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tally.h"

namespace services::experiment {

namespace {

constexpr double downBelow = 0.5;
constexpr double workingFrom = 0.9;

} // namespace

void Tally::add(load::Outcome outcome)
{
    ++attempts;
    succeeded += outcome == load::Outcome::Failed ? 0 : 1;
    degraded += outcome == load::Outcome::Degraded ? 1 : 0;
}

double Tally::successShare() const
{
    return attempts == 0 ? 1.0 : double(succeeded) / attempts;
}

JourneyState Tally::state() const
{
    if (attempts == 0)
        return JourneyState::Unknown;
    if (successShare() < downBelow)
        return JourneyState::Down;
    const double inFull = double(succeeded - degraded) / attempts;
    return inFull >= workingFrom ? JourneyState::Working : JourneyState::Degraded;
}

} // namespace services::experiment
