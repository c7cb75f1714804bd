// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpmessage.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace services::transport {

// The requests of one connection which have not been answered, in their order: an answer which is given
// before its turn waits for those before it. Writes answers down and knows neither a stream nor a clock.
// Owned by its connection.
class ReplyQueue
{
public:
    // What an answer must know of its request.
    struct Asked
    {
        bool isHead = false;
        bool keepAlive = true;
        int minorVersion = 1;
    };
    // What the answers which are written now have in common.
    struct Writing
    {
        QByteArrayView date; // as the Date header has it; empty: none
        bool lastCloses = false; // no request follows those which are in the queue
    };

    // A request has come. Answers the number under which its answer will be given.
    std::uint64_t add(const Asked &asked);
    // It is in the queue and has no answer yet.
    bool awaits(std::uint64_t request) const;
    // The answer to a request which awaits one. Appends to `output` each answer whose turn it now is. False:
    // the last of them says that the connection closes.
    bool answer(std::uint64_t request, HttpResponse &&response, const Writing &writing, QByteArray &output);
    void clear();

    bool isEmpty() const { return m_requests.empty(); }
    int size() const { return static_cast<int>(m_requests.size()); }
    // Bytes of the bodies which wait for their turn.
    qsizetype heldBytes() const { return m_heldBytes; }

private:
    struct Request
    {
        Asked asked;
        std::optional<HttpResponse> response; // waits for its turn
    };
    bool writeFirst(const HttpResponse &response, const Writing &writing, QByteArray &output);

    std::vector<Request> m_requests; // a few at most
    std::uint64_t m_first = 0; // the number of m_requests.front()
    qsizetype m_heldBytes = 0;
};

} // namespace services::transport
