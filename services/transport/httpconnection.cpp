// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpconnection.h"

#include "problem.h"

#include <utility>

namespace services::transport {

using namespace Qt::StringLiterals;

HttpConnection::HttpConnection(const std::shared_ptr<HttpConnectionHost> &host,
                               const HttpLimits &limits,
                               Instant now)
    : m_owner(host)
    , m_host(host.get())
    , m_limits(limits)
    , m_parser(limits)
    , m_since(now)
    , m_progress(now)
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
    if (m_lastRequest)
        return;
    const auto held = hold();
    ++m_corked;
    take(bytes);
    --m_corked;
    settle();
}

void HttpConnection::take(QByteArrayView bytes)
{
    if (!m_pending.isEmpty()) {
        m_pending.append(bytes);
        return takePending();
    }
    const auto taken = advance(bytes);
    if (taken < bytes.size() && !m_lastRequest)
        m_pending = bytes.sliced(taken).toByteArray();
}

void HttpConnection::takePending()
{
    auto bytes = std::exchange(m_pending, {});
    const auto taken = advance(bytes);
    if (taken < bytes.size() && !m_lastRequest)
        m_pending = bytes.remove(0, taken);
}

qsizetype HttpConnection::advance(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (taken < bytes.size() && m_stream && !m_lastRequest && !isBlocked()) {
        taken += m_parser.parse(bytes.sliced(taken));
        if (m_parser.state() == MessageParser::State::Complete)
            dispatch();
        else if (m_parser.state() == MessageParser::State::Failed)
            reject(m_parser.rejection());
    }
    offerContinue();
    return taken;
}

void HttpConnection::dispatch()
{
    const auto sequence = m_firstSequence + m_exchanges.size();
    m_exchanges.push_back({m_parser.isHead(), m_parser.keepsAlive(), m_parser.minorVersion(), {}});
    m_lastRequest = !m_parser.keepsAlive();
    m_continueOffered = false;
    m_wait = Wait::Answer;
    if (m_host != nullptr)
        m_host->handle(m_parser.take(), HttpResponder(weak_from_this(), sequence));
}

// A request which cannot be understood ends the connection: where the next one would begin is not known.
void HttpConnection::reject(const Rejection &rejection)
{
    m_lastRequest = true;
    m_pending.clear();
    m_exchanges.push_back(
        {m_parser.isHead(), false, 1, problem::response(rejection.status, rejection.reason)});
    answerReady();
}

void HttpConnection::refuse(const Rejection &rejection)
{
    const auto held = hold();
    reject(rejection);
    settle();
}

bool HttpConnection::awaits(std::uint64_t sequence) const
{
    const auto index = sequence - m_firstSequence; // of an answered one: wraps around to a huge number
    return m_stream && index < m_exchanges.size() && !m_exchanges[index].response;
}

void HttpConnection::respond(std::uint64_t sequence, HttpResponse &&response)
{
    if (!awaits(sequence))
        return;
    const auto held = hold();
    if (sequence == m_firstSequence)
        answerFirst(response);
    else
        m_exchanges[sequence - m_firstSequence].response = std::move(response);
    answerReady();
    if (m_corked == 0)
        settle();
}

// Writes down the answers whose turn has come.
void HttpConnection::answerReady()
{
    while (!m_exchanges.empty() && m_exchanges.front().response) {
        const auto response = std::move(*m_exchanges.front().response);
        answerFirst(response);
    }
    offerContinue();
}

void HttpConnection::answerFirst(const HttpResponse &response)
{
    const auto &exchange = m_exchanges.front();
    const bool isLast = m_draining && m_exchanges.size() == 1 && m_pending.isEmpty() && !m_parser.hasBegun();
    if (isLast || !exchange.keepAlive)
        m_lastRequest = true;
    const auto date = m_host != nullptr ? m_host->date() : QByteArrayView();
    serialiser::append(m_output, response,
                       {exchange.answerToHead, exchange.keepAlive && !isLast, exchange.minorVersion, date});
    m_exchanges.erase(m_exchanges.begin());
    ++m_firstSequence;
}

// Only when it is this request's turn to be answered: everything on the way back is in order.
void HttpConnection::offerContinue()
{
    const bool waits = m_parser.state() == MessageParser::State::Body && m_parser.expectsContinue();
    if (!waits || m_continueOffered || !m_exchanges.empty() || m_lastRequest)
        return;
    m_continueOffered = true;
    m_output.append("HTTP/1.1 100 Continue\r\n\r\n");
}

void HttpConnection::flush()
{
    if (m_output.isEmpty())
        return;
    const bool wasIdle = m_stream->unsent() == 0;
    const bool alive = m_stream->write(m_output);
    if (m_output.capacity() > m_limits.headerBytes)
        m_output.clear();
    else
        m_output.resize(0); // keeps its memory for the next reply
    if (!alive)
        return end();
    if (wasIdle && m_stream->unsent() > 0 && m_host != nullptr)
        m_progress = m_host->now();
}

bool HttpConnection::isBlocked() const
{
    return std::ssize(m_exchanges) >= m_limits.pipelined
        || m_stream->unsent() + m_output.size() > m_limits.outputBytes;
}

HttpConnection::Wait HttpConnection::waitsFor() const
{
    if (m_finished)
        return Wait::Goodbye;
    if (m_parser.hasBegun() && !m_lastRequest && !isBlocked())
        return m_parser.state() == MessageParser::State::Body ? Wait::Body : Wait::Head;
    return m_exchanges.empty() && m_stream->unsent() == 0 ? Wait::Request : Wait::Answer;
}

// After anything has happened: sends what is ready and decides what to wait for.
void HttpConnection::settle()
{
    if (!m_stream)
        return;
    flush();
    if (!m_stream || m_host == nullptr || m_finished)
        return;
    const bool isIdle = m_exchanges.empty() && m_pending.isEmpty() && !m_parser.hasBegun();
    if (m_exchanges.empty()
        && (m_lastRequest || (m_inputEnded && m_pending.isEmpty()) || (m_draining && isIdle)))
        return finish();
    const bool blocked = isBlocked();
    m_stream->setPaused(blocked);
    if (!blocked && !m_pending.isEmpty() && !std::exchange(m_resuming, true)) {
        m_host->post([weak = weak_from_this()] {
            if (const auto self = weak.lock())
                self->resume();
        });
    }
    const auto wait = waitsFor();
    if (wait != std::exchange(m_wait, wait) || wait == Wait::Request)
        m_since = m_host->now();
}

void HttpConnection::resume()
{
    const auto held = hold();
    m_resuming = false;
    if (!m_stream || m_lastRequest)
        return;
    ++m_corked;
    takePending();
    --m_corked;
    settle();
}

// Says goodbye and keeps reading for a while: closing with unread input would reset the connection, and the
// client might lose the last reply (RFC 9112, 9.6).
void HttpConnection::finish()
{
    m_finished = true;
    m_lastRequest = true;
    m_pending.clear();
    m_wait = Wait::Goodbye;
    if (m_host != nullptr)
        m_since = m_host->now();
    m_stream->setPaused(false);
    m_stream->finish();
    if (m_inputEnded && m_stream->unsent() == 0)
        end();
}

void HttpConnection::bytesLeft()
{
    const auto held = hold();
    if (m_host != nullptr)
        m_progress = m_since = m_host->now();
    if (m_finished && m_inputEnded && m_stream->unsent() == 0)
        return end();
    settle();
}

void HttpConnection::streamEnded(End how)
{
    const auto held = hold();
    m_inputEnded = true;
    const bool nothingToSay
        = m_stream->unsent() == 0 && (m_finished || (m_exchanges.empty() && m_pending.isEmpty()));
    if (how != End::Input || nothingToSay)
        return end();
    settle();
}

void HttpConnection::tick(Instant now)
{
    if (!m_stream)
        return;
    const auto held = hold();
    if (m_stream->unsent() > 0) {
        if (now - m_progress > m_limits.writeTime) {
            m_stream->reset();
            end();
        }
        return;
    }
    expire(m_wait, now - m_since);
}

void HttpConnection::expire(Wait wait, std::chrono::nanoseconds waited)
{
    if (wait == Wait::Request && waited > m_limits.idleTime)
        finish();
    else if (wait == Wait::Head && waited > m_limits.headerTime)
        refuse({408, u"The header did not arrive in time"_s});
    else if (wait == Wait::Body && waited > m_limits.bodyTime)
        refuse({408, u"The body did not arrive in time"_s});
    else if (wait == Wait::Goodbye && waited > m_limits.lingerTime)
        end();
}

void HttpConnection::drain()
{
    const auto held = hold();
    m_draining = true;
    settle();
}

void HttpConnection::reset()
{
    if (m_stream)
        m_stream->reset();
    m_stream.reset();
    m_exchanges.clear();
    m_host = nullptr;
}

void HttpConnection::end()
{
    m_stream.reset();
    m_exchanges.clear();
    if (m_host != nullptr)
        std::exchange(m_host, nullptr)->ended(*this);
}

} // namespace services::transport
