// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "health.h"

namespace app::wording {

using namespace Qt::StringLiterals;
using services::runtime::InstanceState;
using style::Role;

Health healthOf(InstanceState state)
{
    switch (state) {
    case InstanceState::Healthy:
        return Health::Good;
    case InstanceState::Unresponsive:
    case InstanceState::Crashed:
    case InstanceState::Failed:
        return Health::Bad;
    default:
        return Health::Neutral;
    }
}

Role roleOf(Health health)
{
    switch (health) {
    case Health::Good:
        return Role::Good;
    case Health::Degraded:
        return Role::Warning;
    case Health::Bad:
        return Role::Bad;
    case Health::Neutral:
        break;
    }
    return Role::Neutral;
}

QString mark(Health health)
{
    switch (health) {
    case Health::Good:
        return u"●"_s;
    case Health::Degraded:
        return u"◐"_s;
    case Health::Bad:
        return u"◆"_s;
    case Health::Neutral:
        break;
    }
    return u"○"_s;
}

} // namespace app::wording
