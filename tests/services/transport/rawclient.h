// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QSocketNotifier>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <tests/support/waitfor.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>

namespace tests::transport {

// A client which sends exactly the bytes it is told to, keeps every byte it gets, and knows a goodbye from a
// reset (QTcpSocket reports both alike).
class RawClient
{
public:
    explicit RawClient(quint16 port)
        : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&to), sizeof to) == 0;
        if (!m_connected) {
            abort();
            return;
        }
        fcntl(m_descriptor, F_SETFL, O_NONBLOCK);
        m_reading.emplace(m_descriptor, QSocketNotifier::Read);
        QObject::connect(&*m_reading, &QSocketNotifier::activated, &*m_reading, [this] { receive(); });
        m_writing.emplace(m_descriptor, QSocketNotifier::Write);
        QObject::connect(&*m_writing, &QSocketNotifier::activated, &*m_writing, [this] { flush(); });
    }
    ~RawClient() { abort(); }
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    bool isConnected() const { return m_connected; }
    void send(const QByteArray &bytes)
    {
        m_unsent += bytes;
        flush();
    }
    // Takes nothing from the system's buffers any more, so that they fill up.
    void stopReading() { m_reading->setEnabled(false); }
    // Takes one piece of what has arrived, if there is any.
    void readOnce() { receive(); }
    // Half a goodbye: sends no more, but still listens.
    void finishSending() { ::shutdown(m_descriptor, SHUT_WR); }
    // Leaves without a word; with unread answers the server sees a reset.
    void abort()
    {
        m_reading.reset();
        m_writing.reset();
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    bool isClosed() const { return m_closed; }
    bool wasReset() const { return m_reset; }
    bool waitForClose()
    {
        return support::turnUntil([this] { return m_closed; });
    }
    // Until that many answers have begun.
    bool waitForAnswers(qsizetype count)
    {
        return support::turnUntil([this, count] { return received.count("HTTP/1.1 ") >= count; });
    }
    bool waitForText(const QByteArray &text)
    {
        return support::turnUntil([this, text] { return received.contains(text); });
    }
    // "200 400" of all answers so far.
    QByteArray statuses() const
    {
        static const QRegularExpression line(QStringLiteral("HTTP/1\\.1 (\\d{3}) "));
        QByteArrayList all;
        auto found = line.globalMatch(QString::fromLatin1(received));
        while (found.hasNext())
            all.append(found.next().captured(1).toLatin1());
        return all.join(' ');
    }

    QByteArray received;

private:
    void receive()
    {
        std::array<char, 65536> buffer; // NOLINT: filled by recv
        const auto count = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
        if (count > 0) {
            received.append(buffer.data(), count);
            return;
        }
        if (count < 0 && errno == EAGAIN)
            return;
        m_reset = count < 0 && errno == ECONNRESET;
        m_closed = true;
        m_reading->setEnabled(false);
        m_writing->setEnabled(false);
        ::close(std::exchange(m_descriptor, -1)); // as an honest client answers a goodbye
    }
    void flush()
    {
        if (m_descriptor < 0)
            return;
        if (!m_unsent.isEmpty()) {
            const auto sent = ::send(m_descriptor, m_unsent.constData(),
                                     static_cast<std::size_t>(m_unsent.size()), MSG_NOSIGNAL);
            m_unsent.remove(0, std::max<qsizetype>(sent, 0));
            if (sent < 0 && errno != EAGAIN)
                m_unsent.clear(); // nobody takes it any more
        }
        m_writing->setEnabled(!m_unsent.isEmpty());
    }

    int m_descriptor;
    std::optional<QSocketNotifier> m_reading;
    std::optional<QSocketNotifier> m_writing;
    QByteArray m_unsent;
    bool m_connected = false;
    bool m_closed = false;
    bool m_reset = false;
};

} // namespace tests::transport
