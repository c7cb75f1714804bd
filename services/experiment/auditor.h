// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit.h"

#include <model/result/result.h>
#include <services/waiting/timers.h>
#include <services/waiting/waitscope.h>

#include <QCoroTask>

#include <functional>
#include <optional>

namespace services::experiment {

// Reads the books after a run, again and again, until they balance and no message waits, or the patience is
// over: purchases whose other side was away are settled only when it is asked again, and books which are read
// one after another while somebody still writes need not agree. So wrong is what the last two readings have
// found, whatever those before them have; and what only the very last has found is looked at once more. For
// messages that nobody fetches it does not wait, nor for books at rest: of what no purchase and no message is
// on its way to change. Thread-bound; the scope and the timers outlive it. Cancelled when the scope ends;
// what cannot be read is in the audit.
class Auditor
{
public:
    using Books = model::result::Result<std::optional<Audit>>;
    // What the books say now; nothing when there are none that we can read. An error ends the audit.
    using Read = std::function<QCoro::Task<Books>()>;
    struct Options
    {
        std::chrono::milliseconds patience{
            15000}; // more than the longest pause of a purchase's retries (8 s)
        std::chrono::milliseconds every{200};
        std::chrono::milliseconds patienceWithMessages{2000}; // while they do not get fewer
        std::chrono::milliseconds patienceAtRest{10000}; // with what is wrong and stays as it is
    };

    Auditor(waiting::WaitScope &scope, waiting::Timers &timers, Options options);

    QCoro::Task<Books> settled(Read read);

private:
    bool isWorthWaiting(const Audit &books);
    bool hasNews(const Audit &books) const;
    void conclude(Audit &books, int inFlightAtFirst) const;

    waiting::WaitScope &m_scope;
    waiting::Timers &m_timers;
    Options m_options;
    waiting::Instant m_begin;
    qint64 m_fewest = 0; // messages that were waiting
    waiting::Instant m_fewerAt; // when they last got fewer
    std::optional<Audit> m_before; // as it was read
    waiting::Instant m_changedAt; // when a reading was last unlike the one before
    int m_lastLooks = 0; // after the patience
};

} // namespace services::experiment
