// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connecting.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace services::broker::amqp {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 2'000; // ms
constexpr unsigned silence = 10'000; // ms for which the other side may leave unanswered what was sent

// 0, or why not.
int connectSocket(int socket, const addrinfo &address, Lifeline &lifeline)
{
    if (connect(socket, address.ai_addr, address.ai_addrlen) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    lifeline.hold(socket);
    pollfd ready{socket, POLLOUT, 0};
    int polled = 0;
    do {
        polled = poll(&ready, 1, patience);
    } while (polled < 0 && errno == EINTR);
    lifeline.release(socket);
    if (polled == 0)
        return ETIMEDOUT;
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size);
    return error;
}

void prepare(int socket)
{
    const int atOnce = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &atOnce, sizeof atOnce);
    setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &silence, sizeof silence);
}

} // namespace

Result<int> connectTo(const BrokerUrl &server, Lifeline &lifeline)
{
    addrinfo wanted{};
    wanted.ai_family = AF_UNSPEC;
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *addresses = nullptr;
    const int found = getaddrinfo(server.host.toUtf8().constData(),
                                  QByteArray::number(server.port).constData(), &wanted, &addresses);
    if (found != 0) {
        return failure(Kind::NotFound,
                       u"The host of %1 is not known (%2): correct the broker's URL"_s.arg(
                           server.shown(), QString::fromUtf8(gai_strerror(found))));
    }
    int error = ECONNREFUSED;
    int connected = -1;
    for (const auto *address = addresses; address != nullptr && connected < 0; address = address->ai_next) {
        const int tried = socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (tried < 0) {
            error = errno;
            continue;
        }
        error = connectSocket(tried, *address, lifeline);
        if (error == 0)
            connected = tried;
        else
            close(tried);
    }
    freeaddrinfo(addresses);
    if (connected < 0) {
        return failure(error == ECONNREFUSED ? Kind::Refused : Kind::TimedOut,
                       u"No RabbitMQ answers at %1 (%2): start it there, or choose another broker"_s.arg(
                           server.shown(), QString::fromLocal8Bit(std::strerror(error))));
    }
    prepare(connected);
    return connected;
}

} // namespace services::broker::amqp
