// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instancestatus.h"

namespace services::runtime {

using namespace Qt::StringLiterals;

QString word(InstanceState state)
{
    switch (state) {
    case InstanceState::Starting:
        return u"starting"_s;
    case InstanceState::Healthy:
        return u"healthy"_s;
    case InstanceState::Unresponsive:
        return u"unresponsive"_s;
    case InstanceState::Draining:
        return u"draining"_s;
    case InstanceState::Crashed:
        return u"crashed"_s;
    case InstanceState::Failed:
        return u"failed"_s;
    case InstanceState::Stopped:
        return u"stopped"_s;
    }
    Q_UNREACHABLE();
}

} // namespace services::runtime
