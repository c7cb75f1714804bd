// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace tests::transport {

// A server which answers each request it sees with exactly the bytes it is told, well-formed or not.
class ScriptedServer : public QTcpServer
{
public:
    // What to do about the n-th request (from 0, over all connections).
    using Script = std::function<void(QTcpSocket &connection, int request)>;

    explicit ScriptedServer(Script script)
        : m_script(std::move(script))
    {
        listen(QHostAddress(QHostAddress::LocalHost), 0);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *connection = nextPendingConnection();
            ++connections;
            connect(connection, &QTcpSocket::readyRead, this, [this, connection] {
                received += connection->readAll();
                if (received.endsWith("\r\n\r\n") || received.endsWith("body"))
                    m_script(*connection, requests++);
            });
            connect(connection, &QTcpSocket::disconnected, connection, &QObject::deleteLater);
        });
    }

    int connections = 0;
    int requests = 0;
    QByteArray received;

private:
    Script m_script;
};

} // namespace tests::transport
