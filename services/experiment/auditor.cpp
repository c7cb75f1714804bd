// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditor.h"

#include <services/waiting/pending.h>

#include <algorithm>

namespace services::experiment {

using model::result::failure;
using model::result::Result;

namespace {

void keepWhatWasFoundBefore(std::vector<AuditFinding> &wrong, const std::vector<AuditFinding> &before)
{
    std::erase_if(wrong, [&](const AuditFinding &finding) {
        return std::ranges::find(before, finding) == before.end();
    });
}

} // namespace

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
    m_fewest = books ? books->waiting : 0;
    m_fewerAt = begin;
    while (books && isWorthWaiting(*books, begin)) {
        const auto slept = co_await waiting::sleepFor(m_scope, m_timers, m_options.every);
        if (!slept)
            co_return failure(slept.error());
        const auto before = std::move(books->wrong);
        books = read();
        if (books)
            keepWhatWasFoundBefore(books->wrong, before);
    }
    if (books) {
        books->resolved = std::max(0, inFlight - books->inFlight);
        books->waited = std::chrono::round<std::chrono::milliseconds>(m_timers.now() - begin);
    }
    co_return books;
}

bool Auditor::isWorthWaiting(const Audit &books, waiting::Instant begin)
{
    const auto now = m_timers.now();
    if (books.waiting < m_fewest) {
        m_fewest = books.waiting;
        m_fewerAt = now;
    }
    const bool messagesMove = books.waiting > 0 && now < m_fewerAt + m_options.patienceWithMessages;
    return (!books.balances() || messagesMove) && now < begin + m_options.patience;
}

} // namespace services::experiment
