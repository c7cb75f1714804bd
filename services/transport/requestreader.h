// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httprequestparser.h"

namespace services::transport {

// The requests of one connection, one after another, out of the bytes which arrive; keeps those which must
// wait while the connection is busy. After the last request nothing is taken any more. Owned by its
// connection.
class RequestReader
{
public:
    enum class Found
    {
        Nothing, // until more bytes are added
        Request, // to be taken before the next
        Mistake // see rejection(); where the next request would begin is not known
    };

    explicit RequestReader(const HttpLimits &limits);

    // Bytes to be read next. They are looked at until keepRest(), which copies what is left of them.
    void add(QByteArrayView bytes);
    void keepRest();
    Found next();

    // Of the request that was found last.
    bool isHead() const { return m_parser.isHead(); }
    bool keepsAlive() const { return m_parser.keepsAlive(); }
    int minorVersion() const { return m_parser.minorVersion(); }
    HttpRequest take();
    const Rejection &rejection() const { return m_parser.rejection(); }

    // Throws away whatever is here and whatever comes.
    void close();
    bool isClosed() const { return m_isClosed; }
    // Bytes which have not been looked at.
    bool hasRest() const { return !m_rest.isEmpty(); }
    // A part of a request has been read.
    bool hasBegun() const { return m_parser.hasBegun() && !m_isClosed; }
    bool isInBody() const { return hasBegun() && m_parser.state() == MessageParser::State::Body; }
    // The client waits for a word before it sends the body, and has not had it. Says so once.
    bool takeExpectation();

private:
    HttpRequestParser m_parser;
    QByteArray m_kept;
    QByteArrayView m_rest; // of what was added or kept
    bool m_isClosed = false;
    bool m_wasPromised = false;
};

} // namespace services::transport
