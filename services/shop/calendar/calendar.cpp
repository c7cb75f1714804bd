// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calendar.h"

#include <QDateTime>

namespace services::shop::calendar {

std::int64_t milliseconds(Moment moment)
{
    return std::chrono::floor<std::chrono::milliseconds>(moment.time_since_epoch()).count();
}

Moment moment(std::int64_t milliseconds)
{
    return Moment(std::chrono::milliseconds(milliseconds));
}

QString text(Moment moment)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds(moment), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace services::shop::calendar
