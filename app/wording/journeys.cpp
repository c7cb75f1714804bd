// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeys.h"

#include <QCoreApplication>

namespace app::wording {

using model::operation::JourneyState;

QString words(JourneyState state)
{
    switch (state) {
    case JourneyState::Working:
        return QCoreApplication::translate("app::wording", "working");
    case JourneyState::Degraded:
        return QCoreApplication::translate("app::wording", "degraded");
    case JourneyState::Down:
        return QCoreApplication::translate("app::wording", "down");
    case JourneyState::Unknown:
        break;
    }
    return QCoreApplication::translate("app::wording", "unknown");
}

} // namespace app::wording
