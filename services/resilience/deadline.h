// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/clock.h>

namespace services::resilience {

// Deadline propagation: a callee never works longer than its caller waits, so each hop may only bring the
// deadline nearer (Google, Site Reliability Engineering, ch. 22, "Latency and deadlines",
// https://sre.google/sre-book/addressing-cascading-failures/).

// The nearer of the caller's deadline and `timeout` from now.
contract::Instant
shortened(contract::Instant deadline, contract::Instant now, std::chrono::nanoseconds timeout);

} // namespace services::resilience
