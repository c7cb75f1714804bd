// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lifeline.h"

#include <services/broker/broker.h>
#include <services/broker/brokerurl.h>

#include <amqp.h>

#include <memory>
#include <optional>

namespace services::broker::amqp {

inline amqp_bytes_t bytesOf(const QByteArray &bytes)
{
    return {static_cast<std::size_t>(bytes.size()), const_cast<char *>(bytes.constData())};
}

inline QByteArray copyOf(amqp_bytes_t bytes)
{
    return {static_cast<const char *>(bytes.bytes), static_cast<qsizetype>(bytes.len)};
}

// One connection to a RabbitMQ server, by librabbitmq, which blocks while it waits for an answer to a
// question; for at most five seconds, or until the lifeline is cut. One thread.
class Link
{
public:
    // Errors say where, and what to do: Refused or TimedOut when nobody answers there, Unauthenticated,
    // NotFound for the virtual host.
    static Result<std::unique_ptr<Link>>
    open(const BrokerUrl &server, const QString &name, std::shared_ptr<Lifeline> lifeline);
    ~Link();
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    amqp_connection_state_t state() const { return m_state; }
    int socket() const { return m_socket; }
    Result<void> openChannel(amqp_channel_t channel);
    // How the latest question to the server was answered; the error says what could not be done.
    Result<void> answered(const QString &what);
    // The next frame that has arrived, or nothing; an error when the connection is no more. It is good until
    // the next call.
    Result<std::optional<amqp_frame_t>> arrived();
    // The rest of a message whose method has arrived.
    Result<void> readMessage(amqp_channel_t channel, amqp_message_t &message);
    // The server has seen all that was sent before.
    void close();

private:
    Link(int socket, std::shared_ptr<Lifeline> lifeline);
    Result<void> logIn(const BrokerUrl &server, const QString &name);

    amqp_connection_state_t m_state;
    int m_socket;
    std::shared_ptr<Lifeline> m_lifeline;
};

} // namespace services::broker::amqp
