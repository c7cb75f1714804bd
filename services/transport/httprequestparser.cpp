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

std::optional<Rejection> HttpRequestParser::examineHost() const
{
    const auto hosts = m_headers.count("host");
    if (hosts > 1 || (hosts == 0 && m_line.minorVersion == 1))
        return Rejection{400, u"There must be one Host header"_s};
    if (hosts == 1) {
        if (auto rejection = checkAuthority(m_headers.find("host")))
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
    const auto lengths = m_headers.count("content-length");
    const auto codings = m_headers.count("transfer-encoding");
    if (lengths > 1 || codings > 1 || (lengths > 0 && codings > 0))
        return Rejection{400, u"The length of the body is given more than once"_s};
    if (codings == 1) {
        if (m_line.minorVersion == 0)
            return Rejection{400, u"HTTP/1.0 has no Transfer-Encoding"_s};
        if (m_headers.find("transfer-encoding").compare("chunked", Qt::CaseInsensitive) != 0)
            return Rejection{501, u"The only Transfer-Encoding known here is chunked"_s};
    }
    if (lengths == 1) {
        const auto length = m_headers.find("content-length");
        if (!characters::isNumber(length))
            return Rejection{400, u"The Content-Length must be a number"_s};
        bool fits = false;
        const auto bytes = length.toByteArray().toLongLong(&fits);
        if (!fits || bytes > m_bounds.bodyBytes)
            return Rejection{413, u"The body is larger than %1 bytes"_s.arg(m_bounds.bodyBytes)};
    }
    return {};
}

std::optional<Rejection> HttpRequestParser::examineExpectation()
{
    const auto expectation = m_headers.find("expect");
    if (expectation.isNull() || m_line.minorVersion == 0)
        return {};
    if (expectation.compare("100-continue", Qt::CaseInsensitive) != 0)
        return Rejection{417, u"The only expectation known here is 100-continue"_s};
    m_expectsContinue = true;
    return {};
}

} // namespace services::transport
