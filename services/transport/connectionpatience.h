// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httplimits.h"

#include <services/contract/clock.h>

#include <optional>

namespace services::transport {

using contract::Instant;

// How long a server has waited for its client, and whether that is too long. Is told what happens and when;
// has no clock of its own. A plain value, owned by its connection.
class ConnectionPatience
{
public:
    enum class Wait
    {
        Request, // its first byte
        Head,
        Body,
        Answer, // the client waits, or is slow to read
        Goodbye // the client has been told that no more will come
    };
    enum class Verdict
    {
        Leave, // nothing was asked for too long
        RefuseHead,
        RefuseBody,
        Reset, // the client does not read
        End // it does not say goodbye
    };

    explicit ConnectionPatience(Instant now);

    // A request is complete: the next wait begins anew, even when it is of the same kind.
    void requestCompleted() { m_wait = Wait::Answer; }
    // Whether waiting for that begins now.
    bool begins(Wait wait) const { return wait != m_wait || wait == Wait::Request; }
    void begin(Wait wait, Instant now);

    // Something was handed to the stream, which cannot send so many bytes of all that it has.
    void bytesStayed(qsizetype unsent, Instant now);
    // Some of them have left since.
    void bytesLeft(qsizetype unsent, Instant now);

    // Nothing: wait on.
    std::optional<Verdict> verdict(Instant now, const HttpLimits &limits) const;

private:
    Wait m_wait = Wait::Request;
    Instant m_since; // since when it waits for that
    qsizetype m_unsent = 0;
    Instant m_progress; // when some of these last left
    qsizetype m_owed = 0; // how many of these were there ...
    Instant m_owedSince; // ... at this moment
};

} // namespace services::transport
