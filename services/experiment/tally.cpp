// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tally.h"

namespace services::experiment {

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
    return model::operation::stateOf(*share, double(succeeded - degraded) / attempts);
}

} // namespace services::experiment
