// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/clock.h>
#include <services/contract/reply.h>
#include <services/contract/request.h>

#include <list>
#include <optional>
#include <unordered_map>

namespace services::resilience {

// The last good answers of callees, for when they have none to give: HTTP's "stale-if-error" (RFC 5861,
// section 4) played by the caller, as a fallback in the sense of Polly
// (https://www.pollydocs.org/strategies/fallback). Bounded in bytes: what was not heard for longest goes
// first. One per capability and instance. Thread-bound.
class AnswerCache
{
public:
    struct Options
    {
        qsizetype bytes = 4 << 20; // of all answers and questions
        qsizetype largestAnswer = 256 << 10; // larger ones are not kept
    };
    struct Answer
    {
        contract::Reply reply;
        contract::Instant at;
    };
    // What makes two questions the same: endpoint, path, query, and who asks. Nothing for requests which
    // another answer must not stand in for: any but GET, and those made on the way to change something (they
    // carry an idempotency key: an order must not be made from the cart of an hour ago).
    static std::optional<QByteArray> questionOf(const contract::Request &request);

    AnswerCache();
    explicit AnswerCache(Options options);

    // Only whole and genuine answers are kept: what a fallback has touched is not.
    void keep(const QByteArray &question, const contract::Reply &reply, contract::Instant now);
    std::optional<Answer>
    find(const QByteArray &question, std::chrono::nanoseconds freshFor, contract::Instant now) const;

    qsizetype bytes() const { return m_bytes; }

private:
    struct Entry
    {
        QByteArray question;
        Answer answer;
    };
    void drop(std::list<Entry>::iterator entry);

    Options m_options;
    std::list<Entry> m_entries; // the newest first
    std::unordered_map<QByteArray, std::list<Entry>::iterator> m_index;
    qsizetype m_bytes = 0;
};

} // namespace services::resilience
