// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "headers.h"
#include "headscanner.h"
#include "requestline.h"

#include <llhttp.h>

#include <optional>

namespace services::transport {

// What requests and responses have in common, without any input or output of its own: collects the head
// whole, lets llhttp find the header lines and frame the body, and adds the checks which llhttp does not
// make. Bytes may arrive in any pieces. Memory is bounded by the limits. One message at a time; one thread.
class MessageParser
{
public:
    enum class State
    {
        Head, // its head is not complete
        Body, // its head is known, its body is not complete
        Complete,
        Failed // malformed or too large: see rejection(); nothing more is taken
    };
    struct Bounds
    {
        qsizetype headerBytes;
        qsizetype bodyBytes;
        int headerLines = 100;
    };

    virtual ~MessageParser() = default;
    MessageParser(const MessageParser &) = delete;
    MessageParser &operator=(const MessageParser &) = delete;

    // Takes bytes up to the end of the message at most; answers how many it took.
    qsizetype parse(QByteArrayView bytes);
    State state() const { return m_state; }
    const Rejection &rejection() const { return m_rejection; }
    // Any byte of the message has been seen.
    bool hasBegun() const { return m_state != State::Head || !m_head.isEmpty(); }
    // Known after the head: the connection may carry another message.
    bool keepsAlive() const { return m_keepsAlive; }

protected:
    MessageParser(llhttp_type_t type, Bounds bounds);

    virtual std::optional<Rejection> examineFirstLine(QByteArrayView line) = 0;
    virtual std::optional<Rejection> examineHeaders() = 0;
    // One header line, as it is found; the views are valid until the message is taken.
    virtual void noteHeader(QByteArrayView name, QByteArrayView value) = 0;
    // Of a response to HEAD: whatever its header says, there is no body.
    virtual bool isWithoutBody() const { return false; }
    // Prepares for the next message.
    void restart();
    // The connection has ended: completes a message whose body ends with it.
    void endInput();

    Headers m_headers;
    QByteArray m_body;
    llhttp_t m_parser{};
    Bounds m_bounds;

private:
    static const llhttp_settings_t &settings();
    static int headerName(llhttp_t *parser, const char *at, std::size_t length);
    static int headerValue(llhttp_t *parser, const char *at, std::size_t length);
    static int headersEnd(llhttp_t *parser);
    static int body(llhttp_t *parser, const char *at, std::size_t length);
    static int messageEnd(llhttp_t *parser);

    qsizetype takeHead(QByteArrayView bytes);
    qsizetype skipBlank(qsizetype alreadyHeld);
    bool examineStart(QByteArrayView head);
    void enterHead(QByteArray head);
    qsizetype takeBody(QByteArrayView bytes);
    bool endsInLine(QByteArrayView bytes) const;
    void fail(Rejection rejection);
    void failUnlessKnown(int status, const char *reason);

    State m_state = State::Head;
    Rejection m_rejection;
    HeadScanner m_scanner;
    QByteArray m_head; // what has arrived of an incomplete head
    const char *m_text = nullptr; // of the head that is being parsed
    Headers::Places m_places;
    qsizetype m_framing = 0; // bytes of the body's framing: chunk sizes, extensions, trailers
    bool m_firstLineExamined = false;
    bool m_blankSkipped = false;
    bool m_keepsAlive = false;
    bool m_isChunked = false;
    char m_previousByte = 0; // of the body: the last of the piece before
};

} // namespace services::transport
