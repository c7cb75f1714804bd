// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpresponseparser.h"

#include "characters.h"

#include <utility>

namespace services::transport {

using namespace Qt::StringLiterals;

HttpResponseParser::HttpResponseParser(const HttpClientLimits &limits)
    : MessageParser(HTTP_RESPONSE, {limits.headerBytes, limits.bodyBytes})
{
}

qsizetype HttpResponseParser::parseAnswer(QByteArrayView bytes)
{
    auto taken = parse(bytes);
    while (state() == State::Complete && m_status < 200) {
        m_informed = true;
        m_headers.clear();
        m_body.clear();
        restart();
        taken += parse(bytes.sliced(taken));
    }
    return taken;
}

bool HttpResponseParser::end()
{
    endInput();
    return state() == State::Complete;
}

HttpResponse HttpResponseParser::take()
{
    HttpResponse response;
    response.status = m_status;
    response.headers = std::exchange(m_headers, {});
    response.body = std::exchange(m_body, {});
    m_informed = false;
    restart();
    return response;
}

std::optional<Rejection> HttpResponseParser::examineFirstLine(QByteArrayView line)
{
    const bool isHttp = line.size() >= 12 && line.startsWith("HTTP/1.") && characters::isDigit(line[7])
        && line[8] == ' ' && characters::isNumber(line.sliced(9, 3))
        && (line.size() == 12 || line[12] == ' ');
    if (!isHttp)
        return Rejection{502, u"This is not an HTTP/1.1 answer"_s};
    m_status = line.sliced(9, 3).toInt();
    if (m_status < 100 || m_status == 101)
        return Rejection{502, u"An answer of status %1 was not asked for"_s.arg(m_status)};
    return {};
}

// Whatever its header lines say (RFC 9112, 6.3). llhttp would wait for the body which they announce.
bool HttpResponseParser::isWithoutBody() const
{
    return m_answerToHead || m_status < 200 || m_status == 204 || m_status == 304;
}

std::optional<Rejection> HttpResponseParser::examineHeaders()
{
    const auto length = m_headers.find("content-length");
    if (length.isNull() || isWithoutBody())
        return {};
    bool fits = false;
    const auto bytes = length.toLongLong(&fits);
    if (!fits || bytes > m_bounds.bodyBytes)
        return Rejection{502, u"The answer is larger than %1 bytes"_s.arg(m_bounds.bodyBytes)};
    m_body.reserve(static_cast<qsizetype>(bytes));
    return {};
}

} // namespace services::transport
