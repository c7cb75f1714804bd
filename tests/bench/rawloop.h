// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <unordered_map>
#include <vector>

// The least that a process can do to serve or to load HTTP over sockets: what ours is measured against.
namespace tests::bench {

inline sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

// Where the first request in the bytes ends; 0: it is not complete.
inline std::size_t requestEnd(QByteArrayView bytes)
{
    const auto head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    const auto length = bytes.first(head).indexOf("Content-Length: ");
    const auto body = length < 0 ? 0 : std::atoi(bytes.data() + length + 16);
    const auto end = head + 4 + body;
    return end <= bytes.size() ? static_cast<std::size_t>(end) : 0;
}

// Serves the same reply to every request, on one thread, for ever. `ready` is told the port.
template<typename Ready>
void serveRaw(QByteArrayView reply, Ready ready)
{
    const int on = 1;
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    auto address = loopback(0);
    socklen_t length = sizeof address;
    ::bind(listener, reinterpret_cast<sockaddr *>(&address), length);
    ::listen(listener, 512);
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length);
    ready(ntohs(address.sin_port));

    const int loop = ::epoll_create1(0);
    const auto watch = [loop](int descriptor) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = descriptor;
        ::epoll_ctl(loop, EPOLL_CTL_ADD, descriptor, &event);
    };
    watch(listener);
    std::array<epoll_event, 64> events;
    std::array<char, 16384> buffer;
    while (true) {
        const int count = ::epoll_wait(loop, events.data(), events.size(), -1);
        for (int index = 0; index < count; ++index) {
            const int descriptor = events[static_cast<std::size_t>(index)].data.fd;
            if (descriptor == listener) {
                const int accepted = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK);
                ::setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                watch(accepted);
                continue;
            }
            const auto received = ::recv(descriptor, buffer.data(), buffer.size(), 0);
            if (received <= 0)
                ::close(descriptor);
            else if (requestEnd(QByteArrayView(buffer.data(), received)) > 0)
                ::send(descriptor, reply.data(), static_cast<std::size_t>(reply.size()), MSG_NOSIGNAL);
        }
    }
}

// Asks the same request over and over on each of so many connections until the time is over; answers the
// number of replies. Every reply must have the length of the first. Stands in for wrk where that is not
// installed.
inline double loadRaw(quint16 port, QByteArrayView request, int connections, double seconds)
{
    const int loop = ::epoll_create1(0);
    std::vector<int> all;
    std::unordered_map<int, std::size_t> arrived;
    const auto ask = [&](int descriptor) {
        ::send(descriptor, request.data(), static_cast<std::size_t>(request.size()), MSG_NOSIGNAL);
    };
    for (int index = 0; index < connections; ++index) {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
        const auto address = loopback(port);
        ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = descriptor;
        ::epoll_ctl(loop, EPOLL_CTL_ADD, descriptor, &event);
        all.push_back(descriptor);
        ask(descriptor);
    }
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    std::size_t replyLength = 0;
    double replies = 0;
    std::array<epoll_event, 64> events;
    std::array<char, 16384> buffer;
    while (std::chrono::steady_clock::now() < end) {
        const int count = ::epoll_wait(loop, events.data(), events.size(), 100);
        for (int index = 0; index < count; ++index) {
            const int descriptor = events[static_cast<std::size_t>(index)].data.fd;
            const auto received = ::recv(descriptor, buffer.data(), buffer.size(), 0);
            if (received <= 0) {
                ::epoll_ctl(loop, EPOLL_CTL_DEL, descriptor, nullptr);
                continue;
            }
            if (replyLength == 0)
                replyLength = static_cast<std::size_t>(received);
            auto &bytes = arrived[descriptor];
            bytes += static_cast<std::size_t>(received);
            if (bytes < replyLength)
                continue;
            bytes = 0;
            ++replies;
            ask(descriptor);
        }
    }
    for (const int descriptor : all)
        ::close(descriptor);
    ::close(loop);
    return replies;
}

} // namespace tests::bench
