// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>

#include <QTcpServer>
#include <QTimer>

#include <functional>

namespace services::transport {

// Accepts connections on a port of 127.0.0.1 and hands on their descriptors. For one thread with an event
// loop.
class Listener final : private QTcpServer
{
public:
    using Accept = std::function<void(qintptr descriptor)>;

    explicit Listener(Accept accept);

    // Port 0: a free one below those which the system hands to outgoing connections; otherwise one of these
    // could take the port of a server that has crashed, which could then not come back on it.
    model::result::Result<quint16> listen(quint16 port);
    quint16 port() const { return isListening() ? serverPort() : 0; }
    // Who has connected already is still accepted.
    void close();
    // Who has connected and was not accepted is reset.
    void abort() { QTcpServer::close(); }

protected:
    void incomingConnection(qintptr descriptor) override { m_accept(descriptor); }

private:
    bool tryPort(quint16 port) { return QTcpServer::listen(QHostAddress(QHostAddress::LocalHost), port); }

    Accept m_accept;
    QTimer m_retry; // after the process ran out of descriptors
};

} // namespace services::transport
