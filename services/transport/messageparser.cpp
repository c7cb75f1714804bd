// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messageparser.h"

#include "characters.h"

#include <algorithm>
#include <utility>

namespace services::transport {

using namespace Qt::StringLiterals;

MessageParser::MessageParser(llhttp_type_t type, Bounds bounds)
    : m_bounds(bounds)
{
    llhttp_init(&m_parser, type, &settings());
    m_parser.data = this;
}

const llhttp_settings_t &MessageParser::settings()
{
    static const llhttp_settings_t made = [] {
        llhttp_settings_t callbacks;
        llhttp_settings_init(&callbacks);
        callbacks.on_header_field = &MessageParser::headerName;
        callbacks.on_header_value = &MessageParser::headerValue;
        callbacks.on_headers_complete = &MessageParser::headersEnd;
        callbacks.on_body = &MessageParser::body;
        callbacks.on_message_complete = &MessageParser::messageEnd;
        return callbacks;
    }();
    return made;
}

qsizetype MessageParser::parse(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (m_state == State::Head && taken < bytes.size())
        taken += takeHead(bytes.sliced(taken));
    if (m_state == State::Body && taken < bytes.size())
        taken += takeBody(bytes.sliced(taken));
    return taken;
}

qsizetype MessageParser::takeHead(QByteArrayView bytes)
{
    const auto held = m_head.size();
    const auto piece = bytes.first(std::min(bytes.size(), m_bounds.headerBytes - held));
    if (held > 0)
        m_head.append(piece);
    const auto head = held > 0 ? QByteArrayView(m_head) : piece;
    const auto outcome = m_scanner.scan(head);
    if (outcome == HeadScanner::Outcome::Complete && m_scanner.length() == 2)
        return skipBlank(held);
    if (outcome == HeadScanner::Outcome::Malformed) {
        fail({400, u"Each header line must end in CR LF, and none may be folded"_s});
        return piece.size();
    }
    if (!examineStart(head))
        return piece.size();
    if (outcome == HeadScanner::Outcome::Complete) {
        const auto length = m_scanner.length();
        m_head.truncate(length);
        enterHead(held > 0 ? std::exchange(m_head, {}) : piece.first(length).toByteArray());
        return length - held;
    }
    if (head.size() == m_bounds.headerBytes && !m_firstLineExamined)
        fail({414, u"The first line is larger than %1 bytes"_s.arg(m_bounds.headerBytes)});
    else if (head.size() == m_bounds.headerBytes)
        fail({431, u"The header is larger than %1 bytes"_s.arg(m_bounds.headerBytes)});
    else if (held == 0)
        m_head = piece.toByteArray();
    return piece.size();
}

// An empty line before a message is forgiven, once (RFC 9112, 2.2).
qsizetype MessageParser::skipBlank(qsizetype alreadyHeld)
{
    m_head.clear();
    m_scanner = {};
    if (std::exchange(m_blankSkipped, true))
        fail({400, u"A message must not begin with empty lines"_s});
    return 2 - alreadyHeld;
}

// Judges the first line as soon as it is there, and the first byte at once: what is not HTTP need not wait
// for a time limit.
bool MessageParser::examineStart(QByteArrayView head)
{
    if (m_firstLineExamined)
        return true;
    const auto line = m_scanner.firstLineLength();
    if (line < 0) {
        if (characters::isToken(head.front()) || head.front() == '\r')
            return true;
        fail({400, u"This is not HTTP"_s});
        return false;
    }
    m_firstLineExamined = true;
    const auto rejection = examineFirstLine(head.first(line));
    if (rejection)
        fail(*rejection);
    return !rejection;
}

void MessageParser::enterHead(QByteArray head)
{
    m_text = head.constData();
    m_places.clear();
    m_places.reserve(8);
    m_state = State::Body;
    const auto outcome = llhttp_execute(&m_parser, m_text, static_cast<std::size_t>(head.size()));
    const bool whole = outcome != HPE_PAUSED || llhttp_get_error_pos(&m_parser) == m_text + head.size();
    m_text = nullptr;
    if ((outcome != HPE_OK && outcome != HPE_PAUSED) || !whole)
        return failUnlessKnown(400, llhttp_get_error_reason(&m_parser));
    m_headers = Headers(std::move(head), std::move(m_places));
    if (const auto rejection = examineHeaders())
        fail(*rejection);
}

qsizetype MessageParser::takeBody(QByteArrayView bytes)
{
    const auto before = m_body.size();
    const auto outcome = llhttp_execute(&m_parser, bytes.data(), static_cast<std::size_t>(bytes.size()));
    auto taken = bytes.size();
    if (outcome == HPE_PAUSED)
        taken = llhttp_get_error_pos(&m_parser) - bytes.data();
    else if (outcome != HPE_OK)
        failUnlessKnown(400, llhttp_get_error_reason(&m_parser));
    if (m_state == State::Complete && m_isChunked && !endsInLine(bytes.first(taken)))
        fail({400, u"Chunks must end in CR LF"_s}); // llhttp takes a bare LF as the last line
    m_previousByte = bytes.back();
    m_framing += taken - (m_body.size() - before);
    // Chunks of one byte each have five bytes of framing; endless extensions and trailers have no end.
    if (m_state == State::Body && m_framing > m_bounds.headerBytes + 8 * m_body.size())
        fail({431, u"The body has more framing than content"_s});
    return taken;
}

bool MessageParser::endsInLine(QByteArrayView bytes) const
{
    const char beforeLast = bytes.size() > 1 ? bytes[bytes.size() - 2] : m_previousByte;
    return beforeLast == '\r' && bytes.endsWith('\n');
}

void MessageParser::restart()
{
    llhttp_reset(&m_parser);
    m_state = State::Head;
    m_scanner = {};
    m_framing = 0;
    m_firstLineExamined = false;
    m_blankSkipped = false;
    m_keepsAlive = false;
}

void MessageParser::endInput()
{
    if (m_state == State::Body)
        llhttp_finish(&m_parser);
}

void MessageParser::fail(Rejection rejection)
{
    m_state = State::Failed;
    m_rejection = std::move(rejection);
    m_head.clear();
}

void MessageParser::failUnlessKnown(int status, const char *reason)
{
    if (m_state != State::Failed)
        fail({status, u"The message is malformed: %1"_s.arg(QString::fromLatin1(reason))});
}

int MessageParser::headerName(llhttp_t *parser, const char *at, std::size_t length)
{
    auto &self = *static_cast<MessageParser *>(parser->data);
    if (self.m_text == nullptr)
        return HPE_OK; // a trailer: of no interest
    if (self.m_places.size() == static_cast<std::size_t>(self.m_bounds.headerLines)) {
        self.fail({431, u"There are more than %1 header lines"_s.arg(self.m_bounds.headerLines)});
        return HPE_USER;
    }
    if (at[length] != ':' || !characters::isToken(QByteArrayView(at, static_cast<qsizetype>(length)))) {
        self.fail({400, u"A header line has a malformed name"_s});
        return HPE_USER;
    }
    self.m_places.push_back({static_cast<std::uint32_t>(at - self.m_text), static_cast<std::uint32_t>(length),
                             static_cast<std::uint32_t>(at - self.m_text), 0});
    return HPE_OK;
}

int MessageParser::headerValue(llhttp_t *parser, const char *at, std::size_t length)
{
    auto &self = *static_cast<MessageParser *>(parser->data);
    if (self.m_text == nullptr)
        return HPE_OK;
    const auto value = QByteArrayView(at, static_cast<qsizetype>(length)).trimmed();
    auto &place = self.m_places.back();
    place.value = static_cast<std::uint32_t>(value.data() - self.m_text);
    place.valueLength = static_cast<std::uint32_t>(value.size());
    self.noteHeader(QByteArrayView(self.m_text + place.name, place.nameLength), value);
    return HPE_OK;
}

int MessageParser::headersEnd(llhttp_t *parser)
{
    auto &self = *static_cast<MessageParser *>(parser->data);
    // Another protocol is never taken up: the request is answered as HTTP and the connection then ends, so
    // that what follows is not read as anything.
    const bool wantsUpgrade = std::exchange(parser->upgrade, 0) != 0;
    self.m_isChunked = (parser->flags & F_CHUNKED) != 0;
    self.m_keepsAlive = !wantsUpgrade && llhttp_should_keep_alive(parser) != 0;
    return self.isWithoutBody() ? 1 : 0;
}

int MessageParser::body(llhttp_t *parser, const char *at, std::size_t length)
{
    auto &self = *static_cast<MessageParser *>(parser->data);
    if (self.m_body.size() + static_cast<qsizetype>(length) > self.m_bounds.bodyBytes) {
        self.fail({413, u"The body is larger than %1 bytes"_s.arg(self.m_bounds.bodyBytes)});
        return HPE_USER;
    }
    self.m_body.append(at, static_cast<qsizetype>(length));
    return HPE_OK;
}

int MessageParser::messageEnd(llhttp_t *parser)
{
    static_cast<MessageParser *>(parser->data)->m_state = State::Complete;
    return HPE_PAUSED;
}

} // namespace services::transport
