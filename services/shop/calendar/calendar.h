// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <cstdint>

namespace services::shop::calendar {

using Moment = std::chrono::system_clock::time_point;

// How the shop keeps moments in its tables: milliseconds since 1970, UTC.
std::int64_t milliseconds(Moment moment);
Moment moment(std::int64_t milliseconds);
// As people and programs read it: "2026-01-31T12:00:00.000Z".
QString text(Moment moment);

} // namespace services::shop::calendar
