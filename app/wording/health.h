// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>
#include <services/platform/snapshot.h>

namespace app::wording {

// How well something is, from best to worst.
enum class Health
{
    Good,
    Neutral, // nothing is known, or it is on its way: starting, draining
    Degraded,
    Bad
};

Health healthOf(services::runtime::InstanceState state);
style::Role roleOf(Health health);
// A shape for each, since colour alone says nothing to some: "●", "○", "◐", "◆".
QString mark(Health health);

} // namespace app::wording
