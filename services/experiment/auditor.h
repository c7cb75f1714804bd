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
// one after another while somebody still writes need not agree. So wrong is what two readings on end have
// found. For messages that nobody fetches it does not wait. Thread-bound; the scope and the timers outlive
// it. Cancelled when the scope ends; what cannot be read is in the audit.
class Auditor
{
public:
    // What the books say now; nothing when there are none that we can read.
    using Read = std::function<std::optional<Audit>()>;
    struct Options
    {
        std::chrono::milliseconds patience{
            15000}; // more than the longest pause of a purchase's retries (8 s)
        std::chrono::milliseconds every{200};
        std::chrono::milliseconds patienceWithMessages{2000}; // while they do not get fewer
    };

    Auditor(waiting::WaitScope &scope, waiting::Timers &timers, Options options);

    QCoro::Task<model::result::Result<std::optional<Audit>>> settled(Read read);

private:
    bool isWorthWaiting(const Audit &books, waiting::Instant begin);

    waiting::WaitScope &m_scope;
    waiting::Timers &m_timers;
    Options m_options;
    qint64 m_fewest = 0; // messages that were waiting
    waiting::Instant m_fewerAt; // when they last got fewer
};

} // namespace services::experiment
