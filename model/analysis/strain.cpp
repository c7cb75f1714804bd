// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "strain.h"

namespace model::analysis {

Strain::Strain(const Ground &ground, const Troubles &troubles)
    : calls(static_cast<std::size_t>(ground.calls()))
    , queues(ground.situation().system.capabilities.size())
    , clients(ground.units().size())
    , waitingSince(ground.situation().system.journeys.size())
{
    for (std::size_t unit = 0; unit < ground.units().size(); ++unit)
        lots.emplace_back(troubles.lots(static_cast<int>(unit)).size());
}

} // namespace model::analysis
