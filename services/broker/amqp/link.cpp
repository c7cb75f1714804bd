// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "link.h"

#include "connecting.h"

#include <amqp_tcp_socket.h>

namespace services::broker::amqp {

using namespace Qt::StringLiterals;

namespace {

constexpr int heartbeat = 10; // seconds
constexpr int frameSize = 131'072;
constexpr timeval answerLimit{5, 0};

amqp_bytes_t literal(const char *text)
{
    return amqp_cstring_bytes(text);
}

Error refusalOf(const amqp_rpc_reply_t &reply, const QString &what)
{
    if (reply.reply_type == AMQP_RESPONSE_LIBRARY_EXCEPTION)
        return {Kind::Unavailable,
                u"%1: %2"_s.arg(what, QString::fromUtf8(amqp_error_string2(reply.library_error))),
                {}};
    int code = 0;
    QByteArray text;
    if (reply.reply.id == AMQP_CHANNEL_CLOSE_METHOD) {
        const auto *close = static_cast<const amqp_channel_close_t *>(reply.reply.decoded);
        code = close->reply_code;
        text = copyOf(close->reply_text);
    } else if (reply.reply.id == AMQP_CONNECTION_CLOSE_METHOD) {
        const auto *close = static_cast<const amqp_connection_close_t *>(reply.reply.decoded);
        code = close->reply_code;
        text = copyOf(close->reply_text);
    }
    const Kind kind = code == AMQP_ACCESS_REFUSED ? Kind::Forbidden
        : code == AMQP_NOT_FOUND                  ? Kind::NotFound
        : code == AMQP_RESOURCE_LOCKED            ? Kind::Conflict
                                                  : Kind::Unavailable;
    return {kind, u"%1: RabbitMQ says \"%2\""_s.arg(what, QString::fromUtf8(text)), {}};
}

} // namespace

Link::Link(int socket, std::shared_ptr<Lifeline> lifeline)
    : m_state(amqp_new_connection())
    , m_socket(socket)
    , m_lifeline(std::move(lifeline))
{
    m_lifeline->hold(socket);
    amqp_tcp_socket_set_sockfd(amqp_tcp_socket_new(m_state), socket);
    amqp_set_handshake_timeout(m_state, &answerLimit);
    amqp_set_rpc_timeout(m_state, &answerLimit);
}

Link::~Link()
{
    m_lifeline->release(m_socket);
    amqp_destroy_connection(m_state); // closes the socket
}

Result<std::unique_ptr<Link>>
Link::open(const BrokerUrl &server, const QString &name, std::shared_ptr<Lifeline> lifeline)
{
    const auto socket = connectTo(server, *lifeline);
    if (!socket)
        return failure(socket.error());
    std::unique_ptr<Link> link(new Link(*socket, std::move(lifeline)));
    if (const auto loggedIn = link->logIn(server, name); !loggedIn)
        return failure(loggedIn.error());
    return link;
}

Result<void> Link::logIn(const BrokerUrl &server, const QString &name)
{
    const auto shownName = name.toUtf8();
    amqp_table_entry_t able[1]{};
    able[0].key = literal("connection.blocked");
    able[0].value.kind = AMQP_FIELD_KIND_BOOLEAN;
    able[0].value.value.boolean = 1;
    amqp_table_entry_t entries[2]{};
    entries[0].key = literal("connection_name");
    entries[0].value.kind = AMQP_FIELD_KIND_UTF8;
    entries[0].value.value.bytes = bytesOf(shownName);
    entries[1].key = literal("capabilities");
    entries[1].value.kind = AMQP_FIELD_KIND_TABLE;
    entries[1].value.value.table = {1, able};
    const amqp_table_t properties{2, entries};
    const auto reply = amqp_login_with_properties(
        m_state, server.virtualHost.toUtf8().constData(), 0, frameSize, heartbeat, &properties,
        AMQP_SASL_METHOD_PLAIN, server.user.toUtf8().constData(), server.password.toUtf8().constData());
    if (reply.reply_type == AMQP_RESPONSE_NORMAL)
        return {};
    auto refusal = refusalOf(reply, u"RabbitMQ at %1 does not let Faultline in"_s.arg(server.shown()));
    if (refusal.kind == Kind::Forbidden)
        return failure(Kind::Unauthenticated,
                       u"RabbitMQ at %1 does not know this user or password: correct them in the URL"_s.arg(
                           server.shown()));
    refusal.message += u". Look whether its virtual host is there and this user may use it"_s;
    return failure(std::move(refusal));
}

Result<void> Link::openChannel(amqp_channel_t channel)
{
    amqp_channel_open(m_state, channel);
    return answered(u"No channel to the server can be opened"_s);
}

Result<void> Link::answered(const QString &what)
{
    const auto reply = amqp_get_rpc_reply(m_state);
    if (reply.reply_type == AMQP_RESPONSE_NORMAL)
        return {};
    return failure(refusalOf(reply, what));
}

Result<std::optional<amqp_frame_t>> Link::arrived()
{
    amqp_maybe_release_buffers(m_state);
    amqp_frame_t frame;
    timeval atOnce{0, 0};
    const int status = amqp_simple_wait_frame_noblock(m_state, &frame, &atOnce);
    if (status == AMQP_STATUS_OK)
        return frame;
    if (status == AMQP_STATUS_TIMEOUT)
        return std::nullopt;
    return failure(
        Kind::Unavailable,
        u"The connection to RabbitMQ is lost: %1"_s.arg(QString::fromUtf8(amqp_error_string2(status))));
}

Result<void> Link::readMessage(amqp_channel_t channel, amqp_message_t &message)
{
    const auto reply = amqp_read_message(m_state, channel, &message, 0);
    if (reply.reply_type == AMQP_RESPONSE_NORMAL)
        return {};
    return failure(refusalOf(reply, u"A message cannot be read to its end"_s));
}

void Link::close()
{
    const timeval briefly{0, 200'000};
    amqp_set_rpc_timeout(m_state, &briefly);
    amqp_connection_close(m_state, AMQP_REPLY_SUCCESS);
}

} // namespace services::broker::amqp
