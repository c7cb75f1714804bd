// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRegularExpression>
#include <QTcpSocket>

#include <tests/support/waitfor.h>

namespace tests::transport {

// A client which sends exactly the bytes it is told to, and keeps every byte it gets.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] {
            if (!m_deaf)
                received += m_socket.readAll();
        });
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_connected = m_socket.waitForConnected(5000);
    }

    bool isConnected() const { return m_connected; }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    // Takes nothing from the system's buffers any more, so that they fill up.
    void stopReading()
    {
        m_deaf = true;
        m_socket.setReadBufferSize(1);
    }
    void abort() { m_socket.abort(); }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    bool wasReset() const
    {
        // A reset reads as an error of the connection, a goodbye as its end.
        return isClosed() && m_socket.error() != QAbstractSocket::RemoteHostClosedError
            && m_socket.error() != QAbstractSocket::UnknownSocketError;
    }
    bool waitForClose()
    {
        return support::turnUntil([this] { return isClosed(); });
    }
    // Until that many answers (a status line each) have begun.
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
    QTcpSocket m_socket;
    bool m_connected = false;
    bool m_deaf = false;
};

} // namespace tests::transport
