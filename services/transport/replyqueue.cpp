// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "replyqueue.h"

#include "httpserialiser.h"

#include <utility>

namespace services::transport {

std::uint64_t ReplyQueue::add(const Asked &asked)
{
    m_requests.push_back({asked, {}});
    return m_first + m_requests.size() - 1;
}

bool ReplyQueue::awaits(std::uint64_t request) const
{
    const auto index = request - m_first; // of an answered one: wraps around to a huge number
    return index < m_requests.size() && !m_requests[index].response;
}

bool ReplyQueue::answer(std::uint64_t request,
                        HttpResponse &&response,
                        const Writing &writing,
                        QByteArray &output)
{
    if (request != m_first) {
        m_heldBytes += response.body.size();
        m_requests[request - m_first].response = std::move(response);
        return true;
    }
    bool goesOn = writeFirst(response, writing, output);
    while (!m_requests.empty() && m_requests.front().response) {
        const auto next = std::move(*m_requests.front().response);
        m_heldBytes -= next.body.size();
        goesOn = writeFirst(next, writing, output);
    }
    return goesOn;
}

bool ReplyQueue::writeFirst(const HttpResponse &response, const Writing &writing, QByteArray &output)
{
    const auto asked = m_requests.front().asked;
    const bool keepAlive = asked.keepAlive && !(writing.lastCloses && m_requests.size() == 1);
    serialiser::append(output, response, {asked.isHead, keepAlive, asked.minorVersion, writing.date});
    m_requests.erase(m_requests.begin());
    ++m_first;
    return keepAlive;
}

void ReplyQueue::clear()
{
    m_first += m_requests.size();
    m_requests.clear();
    m_heldBytes = 0;
}

} // namespace services::transport
