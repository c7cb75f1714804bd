// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "socketstreams.h"

#include "socketstream.h"

#include <QString>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace services::transport {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

namespace {

// On loopback a connection to a free port may be given that very port as its own end, and is then connected
// to itself (a simultaneous open). Nobody listens there.
bool isConnectedToItself(int descriptor, Address address)
{
    sockaddr_in own{};
    socklen_t length = sizeof own;
    getsockname(descriptor, reinterpret_cast<sockaddr *>(&own), &length);
    return ntohs(own.sin_port) == address.port;
}

} // namespace

std::unique_ptr<Stream> SocketStreams::accept(qintptr descriptor, StreamHandler &handler)
{
    return std::make_unique<SocketStream>(static_cast<int>(descriptor), true, *m_watch, handler);
}

model::result::Result<std::unique_ptr<Stream>> SocketStreams::connect(Address address, StreamHandler &handler)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return failure(Kind::Overloaded, u"No socket is left: %1"_s.arg(qt_error_string(errno)));
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(address.port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool made = ::connect(descriptor, reinterpret_cast<const sockaddr *>(&to), sizeof to) == 0;
    const int error = made ? 0 : errno;
    if ((made || error == EINPROGRESS) && !isConnectedToItself(descriptor, address))
        return std::make_unique<SocketStream>(descriptor, made, *m_watch, handler);
    ::close(descriptor);
    if (error == EADDRNOTAVAIL)
        return failure(Kind::Overloaded, u"No local port is left"_s);
    return failure(Kind::Refused, u"Nothing listens at 127.0.0.1:%1"_s.arg(address.port));
}

std::unique_ptr<StreamFactory> StreamFactory::make()
{
    return std::make_unique<SocketStreams>();
}

} // namespace services::transport
