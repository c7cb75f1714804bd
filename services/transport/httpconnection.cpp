// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpconnection.h"

#include "problem.h"

#include <algorithm>
#include <utility>

namespace services::transport {

using namespace Qt::StringLiterals;

HttpConnection::HttpConnection(const std::shared_ptr<HttpConnectionHost> &host,
                               const HttpLimits &limits,
                               Instant now)
    : m_owner(host)
    , m_host(host.get())
    , m_limits(limits)
    , m_reader(limits)
    , m_patience(now)
{
}

HttpConnection::~HttpConnection() = default;

HttpConnection::Hold HttpConnection::hold()
{
    return {shared_from_this(), m_owner.lock()};
}

void HttpConnection::start(std::unique_ptr<Stream> stream)
{
    m_stream = std::move(stream);
}

void HttpConnection::bytesArrived(QByteArrayView bytes)
{
    if (m_reader.isClosed())
        return;
    m_reader.add(bytes);
    readOn();
}

// Takes requests until there is none, or no room for their answers.
void HttpConnection::readOn()
{
    const auto held = hold();
    m_isReading = true; // answers which are given meanwhile leave together
    while (m_stream && !isBlocked()) {
        const auto found = m_reader.next();
        if (found == RequestReader::Found::Nothing)
            break;
        if (found == RequestReader::Found::Request)
            dispatch();
        else
            reject(m_reader.rejection());
    }
    m_reader.keepRest();
    m_isReading = false;
    offerContinue();
    settle();
}

void HttpConnection::dispatch()
{
    const auto sequence = m_replies.add({m_reader.isHead(), m_reader.keepsAlive(), m_reader.minorVersion()});
    if (!m_reader.keepsAlive())
        m_reader.close();
    m_patience.requestCompleted();
    if (m_host != nullptr)
        m_host->handle(m_reader.take(), HttpResponder(weak_from_this(), sequence));
}

// A request which cannot be understood ends the connection: where the next one would begin is not known.
void HttpConnection::reject(const Rejection &rejection)
{
    m_reader.close();
    answer(m_replies.add({m_reader.isHead(), false, 1}),
           problem::response(rejection.status, rejection.reason));
}

void HttpConnection::refuse(const Rejection &rejection)
{
    const auto held = hold();
    reject(rejection);
    settle();
}

bool HttpConnection::awaits(std::uint64_t sequence) const
{
    return m_stream && m_replies.awaits(sequence);
}

void HttpConnection::respond(std::uint64_t sequence, HttpResponse &&response)
{
    if (!awaits(sequence))
        return;
    const auto held = hold();
    answer(sequence, std::move(response));
    if (!m_isReading)
        settle();
}

void HttpConnection::breakOff(std::uint64_t sequence, HttpResponse &&response)
{
    if (!awaits(sequence))
        return;
    const auto held = hold();
    const auto missing = std::max<qsizetype>((response.body.size() + 1) / 2, 1);
    answer(sequence, std::move(response));
    m_output.chop(missing);
    flush();
    if (!m_stream)
        return;
    m_stream->reset();
    end();
}

void HttpConnection::answer(std::uint64_t sequence, HttpResponse &&response)
{
    const bool isLast = m_draining && !m_reader.hasRest() && !m_reader.hasBegun();
    const auto date = m_host != nullptr ? m_host->date() : QByteArrayView();
    if (!m_replies.answer(sequence, std::move(response), {date, isLast}, m_output))
        m_reader.close();
    offerContinue();
}

// Only when it is this request's turn to be answered: everything on the way back is in order.
void HttpConnection::offerContinue()
{
    if (m_replies.isEmpty() && m_reader.takeExpectation())
        m_output.append("HTTP/1.1 100 Continue\r\n\r\n");
}

void HttpConnection::flush()
{
    if (m_output.isEmpty())
        return;
    const bool alive = m_stream->write(m_output);
    if (m_output.capacity() > m_limits.headerBytes)
        m_output.clear();
    else
        m_output.resize(0); // keeps its memory for the next reply
    if (!alive)
        return end();
    if (m_stream->unsent() > 0 && m_host != nullptr)
        m_patience.bytesStayed(m_stream->unsent(), m_host->now());
}

bool HttpConnection::isBlocked() const
{
    return m_replies.size() >= m_limits.pipelined
        || m_stream->unsent() + m_output.size() + m_replies.heldBytes() > m_limits.outputBytes;
}

bool HttpConnection::isIdle() const
{
    return m_replies.isEmpty() && !m_reader.hasRest() && !m_reader.hasBegun();
}

// A request which has arrived may lie unread in the stream: when the server wants to leave, that counts.
bool HttpConnection::isDone() const
{
    if (!m_replies.isEmpty())
        return false;
    return m_reader.isClosed() || (m_inputEnded && !m_reader.hasRest())
        || (m_draining && isIdle() && !m_stream->hasInput());
}

HttpConnection::Wait HttpConnection::waitsFor() const
{
    if (m_reader.hasBegun() && !isBlocked())
        return m_reader.isInBody() ? Wait::Body : Wait::Head;
    return m_replies.isEmpty() && m_stream->unsent() == 0 ? Wait::Request : Wait::Answer;
}

// After anything has happened: sends what is ready and decides what to wait for.
void HttpConnection::settle()
{
    if (!m_stream)
        return;
    flush();
    if (!m_stream || m_host == nullptr || m_finished)
        return;
    if (isDone())
        return finish();
    const bool blocked = isBlocked();
    m_stream->setPaused(blocked);
    if (!blocked && m_reader.hasRest() && !std::exchange(m_resuming, true)) {
        m_host->post([weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->resume();
        });
    }
    if (const auto wait = waitsFor(); m_patience.begins(wait))
        m_patience.begin(wait, m_host->now());
}

void HttpConnection::resume()
{
    m_resuming = false;
    if (m_stream && !m_reader.isClosed())
        readOn();
}

// Says goodbye and keeps reading for a while: closing with unread input would reset the connection, and the
// client might lose the last reply (RFC 9112, 9.6).
void HttpConnection::finish()
{
    m_finished = true;
    m_reader.close();
    if (m_host != nullptr)
        m_patience.begin(Wait::Goodbye, m_host->now());
    m_stream->setPaused(false);
    m_stream->finish();
    if (m_inputEnded && m_stream->unsent() == 0)
        end();
}

void HttpConnection::bytesLeft()
{
    const auto held = hold();
    if (m_host != nullptr)
        m_patience.bytesLeft(m_stream->unsent(), m_host->now());
    if (m_finished && m_inputEnded && m_stream->unsent() == 0)
        return end();
    settle();
}

void HttpConnection::streamEnded(End how)
{
    const auto held = hold();
    m_inputEnded = true;
    const bool nothingToSay
        = m_stream->unsent() == 0 && (m_finished || (m_replies.isEmpty() && !m_reader.hasRest()));
    if (how != End::Input || nothingToSay)
        return end();
    settle();
}

void HttpConnection::tick(Instant now)
{
    using Verdict = ConnectionPatience::Verdict;
    const auto verdict = m_stream ? m_patience.verdict(now, m_limits) : std::nullopt;
    if (!verdict)
        return;
    const auto held = hold();
    if (verdict == Verdict::RefuseHead)
        return refuse({408, u"The header did not arrive in time"_s});
    if (verdict == Verdict::RefuseBody)
        return refuse({408, u"The body did not arrive in time"_s});
    if (verdict == Verdict::Leave && !m_finished && !m_stream->hasInput())
        return finish();
    if (verdict == Verdict::Reset)
        m_stream->reset();
    if (verdict == Verdict::Reset || verdict == Verdict::End)
        end();
}

void HttpConnection::leaveIfIdle()
{
    const auto held = hold();
    settle();
}

void HttpConnection::reset()
{
    if (m_stream)
        m_stream->reset();
    m_stream.reset();
    m_replies.clear();
    m_host = nullptr;
}

void HttpConnection::end()
{
    m_stream.reset();
    m_replies.clear();
    if (m_host != nullptr)
        std::exchange(m_host, nullptr)->ended(*this);
}

} // namespace services::transport
