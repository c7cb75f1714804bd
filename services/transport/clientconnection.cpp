// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clientconnection.h"

#include "clientpool.h"
#include "httpserialiser.h"

#include <utility>

namespace services::transport {

using namespace Qt::StringLiterals;
using model::result::Error;
using model::result::failure;
using model::result::Kind;

namespace {

bool isRepeatable(const HttpRequest &request)
{
    return (request.method != "POST" && request.method != "PATCH")
        || request.headers.contains("Idempotency-Key");
}

} // namespace

ClientExchange::ClientExchange(Address to,
                               const HttpRequest &request,
                               waiting::Completer<HttpResponse> waiter)
    : address(to)
    , completer(std::move(waiter))
    , answerToHead(request.method == "HEAD")
    , repeatable(isRepeatable(request))
{
    serialiser::append(bytes, request, to);
}

ClientExchange::~ClientExchange()
{
    if (connection != nullptr)
        connection->abandon();
}

ClientConnection::ClientConnection(ClientPool &pool, Address address, const HttpClientLimits &limits)
    : m_pool(pool)
    , m_address(address)
    , m_parser(limits)
{
}

ClientConnection::~ClientConnection()
{
    if (m_exchange != nullptr)
        m_exchange->connection = nullptr;
}

model::result::Result<void> ClientConnection::open(StreamFactory &streams)
{
    auto stream = streams.connect(m_address, *this);
    if (!stream)
        return failure(stream.error());
    m_stream = std::move(*stream);
    return {};
}

bool ClientConnection::ask(ClientExchange &exchange)
{
    if (!m_stream->write(exchange.bytes))
        return false;
    m_exchange = &exchange;
    exchange.connection = this;
    m_parser.expect(exchange.answerToHead);
    return true;
}

void ClientConnection::abandon()
{
    std::exchange(m_exchange, nullptr)->connection = nullptr;
    m_pool.drop(*this);
}

void ClientConnection::shutDown()
{
    if (m_exchange != nullptr)
        fail(Kind::Cancelled, u"The client has stopped"_s);
    else
        m_pool.drop(*this);
}

void ClientConnection::bytesArrived(QByteArrayView bytes)
{
    if (m_exchange == nullptr)
        return m_pool.drop(*this); // an answer to nothing
    const auto taken = m_parser.parseAnswer(bytes);
    if (m_parser.state() == MessageParser::State::Failed)
        return fail(Kind::Internal,
                    u"127.0.0.1:%1 answered with something else than HTTP: %2"_s.arg(m_address.port)
                        .arg(m_parser.rejection().reason));
    if (m_parser.state() == MessageParser::State::Complete)
        succeed(taken == bytes.size() && m_stream->unsent() == 0 && m_parser.keepsAlive());
}

void ClientConnection::streamEnded(End end)
{
    if (m_exchange == nullptr)
        return m_pool.drop(*this);
    if (end == End::Refused)
        return fail(Kind::Refused, u"Nothing listens at 127.0.0.1:%1"_s.arg(m_address.port));
    if (end == End::Input && m_parser.end())
        return succeed(false);
    // A server may close a kept connection at any time, also just when it is used again.
    if (m_kept && !m_parser.hasBegunAnswer() && m_exchange->repeatable && !m_exchange->retried) {
        auto &exchange = *std::exchange(m_exchange, nullptr);
        exchange.connection = nullptr;
        return m_pool.retry(*this, exchange);
    }
    fail(Kind::Reset, u"127.0.0.1:%1 broke the connection off"_s.arg(m_address.port));
}

// The connection is given back before the waiting coroutine runs, which may well use it again at once.
void ClientConnection::succeed(bool reusable)
{
    auto &exchange = *std::exchange(m_exchange, nullptr);
    exchange.connection = nullptr;
    const auto completer = exchange.completer;
    auto response = m_parser.take();
    m_kept = true;
    if (reusable)
        m_pool.release(*this);
    else
        m_pool.drop(*this);
    completer.complete(std::move(response));
}

void ClientConnection::fail(Kind kind, const QString &message)
{
    auto &exchange = *std::exchange(m_exchange, nullptr);
    exchange.connection = nullptr;
    const auto completer = exchange.completer;
    m_pool.drop(*this);
    completer.complete(failure(kind, message));
}

} // namespace services::transport
