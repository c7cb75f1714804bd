// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace model::telemetry {

// A moment of the monotonic clock, which all instances of one program share.
using Instant = std::chrono::time_point<std::chrono::steady_clock, std::chrono::nanoseconds>;

} // namespace model::telemetry
