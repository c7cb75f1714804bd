// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httplimits.h"
#include "httpmessage.h"
#include "messageparser.h"

namespace services::transport {

// Turns bytes into requests, one after another, and turns away what must not be trusted: see MessageParser,
// RequestLine, and the checks of Host and of the body's framing here.
class HttpRequestParser final : public MessageParser
{
public:
    explicit HttpRequestParser(const HttpLimits &limits);

    // The request, when complete; the parser is then ready for the next.
    HttpRequest take();

    // Known after the head.
    bool isHead() const { return m_line.method == "HEAD"; }
    int minorVersion() const { return m_line.minorVersion; }
    // The client waits for "100 Continue" before it sends the body.
    bool expectsContinue() const { return m_expectsContinue; }

private:
    std::optional<Rejection> examineFirstLine(QByteArrayView line) override;
    std::optional<Rejection> examineHeaders() override;
    void noteHeader(QByteArrayView name, QByteArrayView value) override;
    std::optional<Rejection> examineHost() const;
    std::optional<Rejection> examineFraming() const;
    std::optional<Rejection> examineExpectation();

    // A header line which decides how the message is read: how often it was there, and the last one's value.
    struct Noted
    {
        QByteArrayView value;
        int count = 0;
    };
    struct NotedLines
    {
        Noted host;
        Noted length;
        Noted coding;
        Noted expectation;
    };

    NotedLines m_noted;
    qsizetype m_targetBytes;
    RequestLine m_line;
    bool m_expectsContinue = false;
};

} // namespace services::transport
