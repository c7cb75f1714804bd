// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestreader.h"

namespace services::transport {

RequestReader::RequestReader(const HttpLimits &limits)
    : m_parser(limits)
{
}

void RequestReader::add(QByteArrayView bytes)
{
    if (m_isClosed)
        return;
    if (!m_kept.isEmpty())
        bytes = m_kept.append(bytes);
    m_rest = bytes;
}

void RequestReader::keepRest()
{
    if (m_rest.isEmpty())
        m_kept.clear();
    else if (m_kept.isEmpty())
        m_kept = m_rest.toByteArray();
    else
        m_kept.remove(0, m_kept.size() - m_rest.size());
    m_rest = m_kept;
}

RequestReader::Found RequestReader::next()
{
    while (!m_rest.isEmpty()) {
        m_rest = m_rest.sliced(m_parser.parse(m_rest));
        if (m_parser.state() == MessageParser::State::Complete)
            return Found::Request;
        if (m_parser.state() == MessageParser::State::Failed)
            return Found::Mistake;
    }
    return Found::Nothing;
}

HttpRequest RequestReader::take()
{
    m_wasPromised = false;
    return m_parser.take();
}

void RequestReader::close()
{
    m_isClosed = true;
    m_rest = {};
    m_kept.clear();
}

bool RequestReader::takeExpectation()
{
    return isInBody() && m_parser.expectsContinue() && !std::exchange(m_wasPromised, true);
}

} // namespace services::transport
