// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stream.h"

#include <QByteArray>
#include <QSocketNotifier>

#include <memory>

namespace services::transport {

// A stream over a TCP socket of the system, read and written as soon as the event loop says so. QTcpSocket
// would do the same with a copy into its own buffer, one more system call a read (FIONREAD) and no way to
// finish one direction or to reset; that is about a tenth of the CPU of a small request.
class SocketStream final : public Stream
{
public:
    SocketStream(int descriptor, bool connected, StreamHandler &handler);
    ~SocketStream() override;
    SocketStream(const SocketStream &) = delete;
    SocketStream &operator=(const SocketStream &) = delete;

    bool write(QByteArrayView bytes) override;
    qsizetype unsent() const override { return m_unsent.size() - m_sent; }
    void setPaused(bool paused) override;
    void finish() override;
    void reset() override;

private:
    // Tells the stream, without the detour of a signal, that the socket is ready.
    class Readiness;
    // Destroys a notifier now, or after the event which it is delivering.
    struct Retire
    {
        void operator()(Readiness *notifier) const;
    };
    using Notifier = std::unique_ptr<Readiness, Retire>;

    void readable();
    void writable();
    qsizetype send(QByteArrayView bytes); // -1: dead
    void waitUntilWritable(bool wait);
    bool confirmConnected();
    void endWith(StreamHandler::End end);
    void shutDownOutput();

    int m_descriptor;
    StreamHandler &m_handler;
    Notifier m_reading;
    Notifier m_writing; // made when first needed
    QByteArray m_unsent;
    qsizetype m_sent = 0; // how much of m_unsent has left
    bool m_connected;
    bool m_dead = false;
    bool m_finishing = false;
    bool m_inputEnded = false;
};

} // namespace services::transport
