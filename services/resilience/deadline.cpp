// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "deadline.h"

#include <algorithm>

namespace services::resilience {

using contract::Instant;

Instant shortened(Instant deadline, Instant now, std::chrono::nanoseconds timeout)
{
    if (timeout >= Instant::max() - now) // "no timeout" must not overflow into the past
        return deadline;
    return std::min(deadline, now + timeout);
}

} // namespace services::resilience
