// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

#include <services/waiting/pending.h>

#include <QCoroTask>

#include <algorithm>

namespace services::storage {

// Waits for as long as a toll says, or until the deadline: then TimedOut; Cancelled when the scope ends
// first. Nothing else in the thread has to wait meanwhile.
inline QCoro::Task<Result<void>>
payToll(Toll toll, waiting::WaitScope &scope, waiting::Timers &timers, waiting::Instant deadline)
{
    if (toll.owed == std::chrono::nanoseconds::zero())
        co_return Result<void>();
    const std::chrono::nanoseconds left = deadline - timers.now();
    const auto wait = std::min(toll.owed, left);
    const auto slept = co_await waiting::sleepFor(scope, timers, wait);
    if (!slept)
        co_return slept;
    if (toll.owed > left)
        co_return failure(Kind::TimedOut, QStringLiteral("The database did not answer in time"));
    co_return Result<void>();
}

} // namespace services::storage
