// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listener.h"

#include <QNetworkProxy>
#include <QRandomGenerator>

#include <sys/socket.h>

#include <cerrno>

namespace services::transport {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

namespace {

constexpr int backlog = 512;

}

Listener::Listener(Accept accept)
    : m_accept(std::move(accept))
{
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(backlog);
    m_retry.setSingleShot(true);
    m_retry.setInterval(std::chrono::milliseconds(50));
    // QTcpServer stops accepting when accept() fails, as it does without a free descriptor.
    connect(this, &QTcpServer::acceptError, &m_retry, qOverload<>(&QTimer::start));
    connect(&m_retry, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
}

model::result::Result<quint16> Listener::listen(quint16 port)
{
    QTcpServer::close();
    if (port != 0) {
        if (tryPort(port))
            return port;
        if (serverError() == QAbstractSocket::AddressInUseError)
            return failure(Kind::Conflict,
                           u"Port %1 is taken by another program; choose another one"_s.arg(port));
        return failure(Kind::Internal, u"Cannot listen at port %1: %2"_s.arg(port).arg(errorString()));
    }
    // Outgoing ports start at 32768 on Linux and at 49152 elsewhere.
    for (int attempt = 0; attempt < 32; ++attempt) {
        if (tryPort(static_cast<quint16>(QRandomGenerator::global()->bounded(18'000, 32'000))))
            return serverPort();
    }
    if (tryPort(0))
        return serverPort();
    return failure(Kind::Internal, u"Cannot listen at any port: %1"_s.arg(errorString()));
}

void Listener::close()
{
    for (int waiting = 0; isListening() && waiting < backlog; ++waiting) {
        const int descriptor = accept4(static_cast<int>(socketDescriptor()), nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor >= 0)
            m_accept(descriptor);
        else if (errno != ECONNABORTED && errno != EINTR)
            break;
    }
    QTcpServer::close();
}

} // namespace services::transport
