// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditor.h"

#include <services/waiting/pending.h>

#include <algorithm>

namespace services::experiment {

using model::result::failure;
using model::result::Result;

Auditor::Auditor(waiting::WaitScope &scope, waiting::Timers &timers, Options options)
    : m_scope(scope)
    , m_timers(timers)
    , m_options(options)
{
}

QCoro::Task<Result<std::optional<Audit>>> Auditor::settled(Read read)
{
    const auto begin = m_timers.now();
    auto books = read();
    const int inFlight = books ? books->inFlight : 0;
    while (books && !books->balances() && m_timers.now() < begin + m_options.patience) {
        const auto slept = co_await waiting::sleepFor(m_scope, m_timers, m_options.every);
        if (!slept)
            co_return failure(slept.error());
        books = read();
    }
    if (books) {
        books->resolved = std::max(0, inFlight - books->inFlight);
        books->waited = std::chrono::round<std::chrono::milliseconds>(m_timers.now() - begin);
    }
    co_return books;
}

} // namespace services::experiment
