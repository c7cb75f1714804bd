// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publisher.h"

namespace services::broker::amqp {

using namespace Qt::StringLiterals;

namespace {

constexpr amqp_channel_t publishing = 1;

} // namespace

Result<void> Publisher::open()
{
    if (auto opened = m_link.openChannel(publishing); !opened)
        return opened;
    amqp_confirm_select(m_link.state(), publishing);
    return m_link.answered(u"The server does not confirm what is published"_s);
}

Result<void> Publisher::send(const QByteArray &exchange,
                             const QByteArray &routingKey,
                             bool mustArrive,
                             const Message &message,
                             Done done)
{
    const Properties properties(message, m_first + m_unconfirmed.size());
    m_unconfirmed.push_back({std::move(done), std::chrono::steady_clock::now()});
    const int status
        = amqp_basic_publish(m_link.state(), publishing, bytesOf(exchange), bytesOf(routingKey),
                             mustArrive ? 1 : 0, 0, &properties.get(), bytesOf(message.event.payload));
    if (status == AMQP_STATUS_OK)
        return {};
    return failure(
        Kind::Unavailable,
        u"The connection to RabbitMQ is lost: %1"_s.arg(QString::fromUtf8(amqp_error_string2(status))));
}

Result<void> Publisher::handle(const amqp_frame_t &frame)
{
    if (frame.frame_type != AMQP_FRAME_METHOD)
        return {};
    const auto &method = frame.payload.method;
    switch (method.id) {
    case AMQP_BASIC_ACK_METHOD: {
        const auto *ack = static_cast<const amqp_basic_ack_t *>(method.decoded);
        settle(ack->delivery_tag, ack->multiple != 0, true);
        return {};
    }
    case AMQP_BASIC_NACK_METHOD: {
        const auto *nack = static_cast<const amqp_basic_nack_t *>(method.decoded);
        settle(nack->delivery_tag, nack->multiple != 0, false);
        return {};
    }
    case AMQP_BASIC_RETURN_METHOD:
        return takeBack(method);
    case AMQP_CONNECTION_BLOCKED_METHOD:
        m_isBlocked = true;
        return {};
    case AMQP_CONNECTION_UNBLOCKED_METHOD:
        m_isBlocked = false;
        return {};
    case AMQP_CHANNEL_CLOSE_METHOD:
    case AMQP_CONNECTION_CLOSE_METHOD:
        return failure(Kind::Unavailable, u"RabbitMQ has closed the connection"_s);
    default:
        return {};
    }
}

Result<void> Publisher::takeBack(const amqp_method_t & /*method*/)
{
    amqp_message_t message;
    if (auto read = m_link.readMessage(publishing, message); !read)
        return read;
    const auto serial = serialOf(message);
    amqp_destroy_message(&message);
    if (serial >= m_first && serial - m_first < m_unconfirmed.size())
        m_unconfirmed[serial - m_first].wasReturned = true; // its confirmation comes next
    return {};
}

void Publisher::settle(std::uint64_t serial, bool severalBefore, bool isTaken)
{
    if (serial < m_first || serial - m_first >= m_unconfirmed.size())
        return;
    const auto last = serial - m_first;
    for (auto index = severalBefore ? 0 : last; index <= last; ++index)
        settle(m_unconfirmed[index], isTaken);
    while (!m_unconfirmed.empty() && !m_unconfirmed.front().done) {
        m_unconfirmed.pop_front();
        ++m_first;
    }
}

void Publisher::settle(Unconfirmed &message, bool isTaken)
{
    const auto done = std::exchange(message.done, {});
    if (!done)
        return;
    if (message.wasReturned)
        done(failure(Kind::Unavailable, u"A queue that should take this message is gone from RabbitMQ"_s));
    else if (!isTaken)
        done(failure(Kind::Unavailable, u"RabbitMQ could not store this message: look at its log"_s));
    else
        done({});
}

void Publisher::abandon(const Error &why)
{
    for (Unconfirmed &message : std::exchange(m_unconfirmed, {})) {
        if (message.done)
            message.done(failure(why));
    }
}

Instant Publisher::waitsSince() const
{
    return m_unconfirmed.empty() ? Instant::max() : m_unconfirmed.front().since;
}

} // namespace services::broker::amqp
