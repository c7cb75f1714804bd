// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/snapshot.h>

#include <QString>

namespace app::wording {

// "8 s", "3 min": how long ago something was.
QString ago(std::chrono::nanoseconds duration);
// From the clock of measurements to that on the wall: what is to be added to a moment of one to have the time
// since 1970.
std::chrono::nanoseconds wallClock();
// "0.8 ms", "21 ms".
QString milliseconds(std::chrono::nanoseconds duration);
// "510 ms", "2.1 s".
QString lasting(std::chrono::duration<double> duration);
// "7.5 /s", "58 /s".
QString perSecond(double rate);
// "crashed", "starting"
QString words(services::runtime::InstanceState state);
// The same where there is little room: "silent" of what does not answer.
QString briefly(services::runtime::InstanceState state);

} // namespace app::wording
