// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httprequestparser.h"

#include "characters.h"

#include <utility>

namespace services::transport {

using namespace Qt::StringLiterals;

HttpRequestParser::HttpRequestParser(const HttpLimits &limits)
    : MessageParser(HTTP_REQUEST, {limits.headerBytes, limits.bodyBytes})
    , m_targetBytes(limits.targetBytes)
{
}

HttpRequest HttpRequestParser::take()
{
    HttpRequest request;
    request.method = std::move(m_line.method);
    request.target = std::move(m_line.target);
    request.headers = std::exchange(m_headers, {});
    request.body = std::exchange(m_body, {});
    m_line = {};
    m_noted = {};
    m_expectsContinue = false;
    restart();
    return request;
}

std::optional<Rejection> HttpRequestParser::examineFirstLine(QByteArrayView line)
{
    return RequestLine::parse(line, m_targetBytes, m_line);
}

std::optional<Rejection> HttpRequestParser::examineHeaders()
{
    if (auto rejection = examineHost())
        return rejection;
    if (auto rejection = examineFraming())
        return rejection;
    return examineExpectation();
}

void HttpRequestParser::noteHeader(QByteArrayView name, QByteArrayView value)
{
    const auto note = [name, value](Noted &line, QByteArrayView its) {
        if (name.compare(its, Qt::CaseInsensitive) == 0)
            line = {value, line.count + 1};
    };
    switch (name.size()) { // tells them apart, and most others from all of them
    case 4:
        return note(m_noted.host, "host");
    case 6:
        return note(m_noted.expectation, "expect");
    case 14:
        return note(m_noted.length, "content-length");
    case 17:
        return note(m_noted.coding, "transfer-encoding");
    default:
        return;
    }
}

std::optional<Rejection> HttpRequestParser::examineHost() const
{
    const auto &host = m_noted.host;
    if (host.count > 1 || (host.count == 0 && m_line.minorVersion == 1))
        return Rejection{400, u"There must be one Host header"_s};
    if (host.count == 1) {
        if (auto rejection = checkAuthority(host.value))
            return rejection;
    }
    if (!m_line.authority.isEmpty())
        return checkAuthority(m_line.authority);
    return {};
}

// Whoever stands before us must see the same end of the body as we do (RFC 9112, 6): one length, or one
// transfer coding, never both.
std::optional<Rejection> HttpRequestParser::examineFraming() const
{
    const auto &[host, length, coding, expectation] = m_noted;
    if (length.count > 1 || coding.count > 1 || (length.count > 0 && coding.count > 0))
        return Rejection{400, u"The length of the body is given more than once"_s};
    if (coding.count == 1) {
        if (m_line.minorVersion == 0)
            return Rejection{400, u"HTTP/1.0 has no Transfer-Encoding"_s};
        if (coding.value.compare("chunked", Qt::CaseInsensitive) != 0)
            return Rejection{501, u"The only Transfer-Encoding known here is chunked"_s};
    }
    if (length.count == 1) {
        if (!characters::isNumber(length.value))
            return Rejection{400, u"The Content-Length must be a number"_s};
        bool fits = false;
        const auto bytes = length.value.toLongLong(&fits);
        if (!fits || bytes > m_bounds.bodyBytes)
            return Rejection{413, u"The body is larger than %1 bytes"_s.arg(m_bounds.bodyBytes)};
    }
    return {};
}

std::optional<Rejection> HttpRequestParser::examineExpectation()
{
    if (m_noted.expectation.count == 0 || m_line.minorVersion == 0)
        return {};
    if (m_noted.expectation.value.compare("100-continue", Qt::CaseInsensitive) != 0)
        return Rejection{417, u"The only expectation known here is 100-continue"_s};
    m_expectsContinue = true;
    return {};
}

} // namespace services::transport
