// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditor.h"

#include <services/waiting/pending.h>

#include <algorithm>

namespace services::experiment {

using model::result::failure;

namespace {

constexpr int mostLastLooks = 3; // where each finds something else, somebody still writes

bool isIn(const std::vector<AuditFinding> &findings, const AuditFinding &finding)
{
    return std::ranges::find(findings, finding) != findings.end();
}

bool isStill(const Audit &books)
{
    return books.inFlight == 0 && books.waiting == 0 && books.unread.isEmpty();
}

} // namespace

Auditor::Auditor(waiting::WaitScope &scope, waiting::Timers &timers, Options options)
    : m_scope(scope)
    , m_timers(timers)
    , m_options(options)
{
}

QCoro::Task<Auditor::Books> Auditor::settled(Read read)
{
    m_begin = m_fewerAt = m_changedAt = m_timers.now();
    auto books = co_await read();
    const int inFlight = books && *books ? (*books)->inFlight : 0;
    while (books && *books && isWorthWaiting(**books)) {
        m_before = **books;
        const auto slept = co_await waiting::sleepFor(m_scope, m_timers, m_options.every);
        if (!slept)
            co_return failure(slept.error());
        auto next = co_await read();
        books = std::move(next);
    }
    if (books && *books)
        conclude(**books, inFlight);
    co_return books;
}

bool Auditor::isWorthWaiting(const Audit &books)
{
    const auto now = m_timers.now();
    if (!m_before || books.waiting < m_fewest) {
        m_fewest = books.waiting;
        m_fewerAt = now;
    }
    if (m_before != books)
        m_changedAt = now;
    const bool messagesMove = books.waiting > 0 && now < m_fewerAt + m_options.patienceWithMessages;
    const bool isAtRest = isStill(books) && now >= m_changedAt + m_options.patienceAtRest;
    const bool mayChange = messagesMove || (!books.balances() && !isAtRest);
    return (mayChange && now < m_begin + m_options.patience)
        || (hasNews(books) && m_lastLooks++ < mostLastLooks);
}

// Something is wrong that the reading before has not found.
bool Auditor::hasNews(const Audit &books) const
{
    return std::ranges::any_of(books.wrong, [this](const AuditFinding &finding) {
        return !m_before || !isIn(m_before->wrong, finding);
    });
}

void Auditor::conclude(Audit &books, int inFlightAtFirst) const
{
    std::erase_if(books.wrong, [this](const AuditFinding &finding) {
        return m_before && !isIn(m_before->wrong, finding);
    });
    books.resolved = std::max(0, inFlightAtFirst - books.inFlight);
    books.waited = std::chrono::round<std::chrono::milliseconds>(m_timers.now() - m_begin);
}

} // namespace services::experiment
