// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace services::telemetry {

// The CPU time which the calling thread has spent so far; zero where the system cannot tell.
std::chrono::nanoseconds threadCpuTime();

} // namespace services::telemetry
