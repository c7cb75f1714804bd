// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSocketNotifier>

#include <cstdint>
#include <memory>

namespace services::transport {

// Waits for many sockets at the price of one: they are in an epoll set, and only that set's descriptor is in
// Qt's event loop. Qt's own dispatcher polls each descriptor on each turn, so that 500 idle connections would
// make a lone request four times as slow. Bound to its thread; outlives those who are watched.
class SocketWatch
{
public:
    class Watched
    {
    public:
        virtual ~Watched() = default;
        // Any of these may destroy the watched and the watch itself.
        virtual void socketReadable() = 0;
        virtual void socketWritable() = 0;
    };
    struct Interest
    {
        bool reading = true;
        bool writing = false;
        bool operator==(const Interest &) const = default;
    };

    SocketWatch();
    ~SocketWatch();
    SocketWatch(const SocketWatch &) = delete;
    SocketWatch &operator=(const SocketWatch &) = delete;

    // A socket with any interest also becomes readable when its connection breaks.
    void add(int descriptor, Watched &watched, Interest interest);
    void change(int descriptor, Watched &watched, Interest interest);
    // Nothing is told to the watched any more, also of what has happened already.
    void remove(int descriptor, Watched &watched);

private:
    class Notifier;
    struct Batch;
    void deliver();

    int m_set;
    Notifier *m_notifier;
    Batch *m_batch = nullptr; // being delivered
};

} // namespace services::transport
