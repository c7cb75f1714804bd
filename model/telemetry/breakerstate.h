// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace model::telemetry {

// Of a circuit breaker; ordered by how bad it is.
enum class BreakerState
{
    Closed, // calls pass
    HalfOpen, // a few pass, to see whether the callee is well again
    Open, // none pass
};

} // namespace model::telemetry
