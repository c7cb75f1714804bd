// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connectionpatience.h"

namespace services::transport {

ConnectionPatience::ConnectionPatience(Instant now)
    : m_since(now)
    , m_progress(now)
    , m_owedSince(now)
{
}

void ConnectionPatience::begin(Wait wait, Instant now)
{
    m_wait = wait;
    m_since = now;
}

void ConnectionPatience::bytesStayed(qsizetype unsent, Instant now)
{
    if (m_unsent == 0) {
        m_owed = unsent;
        m_progress = m_owedSince = now;
    }
    m_unsent = unsent;
}

// Progress alone is not enough: a client which reads a byte a second would hold its place for days. What is
// unsent at one moment must all have left some time later. What is written meanwhile has its own time, so
// that a quick reader who always asks for more is never cut off.
void ConnectionPatience::bytesLeft(qsizetype unsent, Instant now)
{
    const auto left = m_unsent - unsent;
    m_unsent = unsent;
    m_owed -= left;
    if (left > 0)
        m_progress = now;
    if (m_owed <= 0) {
        m_owed = unsent;
        m_owedSince = now;
    }
    if (m_wait == Wait::Goodbye)
        m_since = now;
}

std::optional<ConnectionPatience::Verdict> ConnectionPatience::verdict(Instant now,
                                                                       const HttpLimits &limits) const
{
    const auto judged
        = [](bool tooLong, Verdict verdict) { return tooLong ? std::optional(verdict) : std::nullopt; };
    if (m_unsent > 0)
        return judged(now - m_progress > limits.writeTime || now - m_owedSince > limits.readTime,
                      Verdict::Reset);
    const auto waited = now - m_since;
    switch (m_wait) {
    case Wait::Request:
        return judged(waited > limits.idleTime, Verdict::Leave);
    case Wait::Head:
        return judged(waited > limits.headerTime, Verdict::RefuseHead);
    case Wait::Body:
        return judged(waited > limits.bodyTime, Verdict::RefuseBody);
    case Wait::Goodbye:
        return judged(waited > limits.lingerTime, Verdict::End);
    case Wait::Answer:
        break;
    }
    return {};
}

} // namespace services::transport
