// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "address.h"

#include <model/result/result.h>

#include <QByteArrayView>

#include <memory>

namespace services::transport {

// Whoever reads and writes a stream. Each of these calls comes from the event loop, never from inside a call
// to the stream, and may destroy the stream.
class StreamHandler
{
public:
    enum class End
    {
        Input, // the peer will send no more; it may still read
        Refused, // the connection was never made
        Broken // the connection is dead
    };

    virtual ~StreamHandler() = default;
    // The bytes are valid during the call only.
    virtual void bytesArrived(QByteArrayView bytes) = 0;
    // Some of what was unsent has left.
    virtual void bytesLeft() = 0;
    virtual void streamEnded(End end) = 0;
};

// A connection as the HTTP code sees it: the seam behind which sockets are, so that another way of moving
// bytes can take their place. For one thread with an event loop. Destroying it closes the connection.
class Stream
{
public:
    virtual ~Stream() = default;
    // Sends at once what the system takes and keeps the rest; no limit of its own. False: the connection is
    // dead and nothing of these bytes was sent.
    virtual bool write(QByteArrayView bytes) = 0;
    virtual qsizetype unsent() const = 0;
    // Bytes have arrived which have not been handed on.
    virtual bool hasInput() const = 0;
    // While paused, input waits in the system's buffers and the peer is slowed down.
    virtual void setPaused(bool paused) = 0;
    // After what is unsent: tells the peer that no more will come. Input still arrives.
    virtual void finish() = 0;
    // Breaks the connection off, so that the peer sees a reset. Nothing is reported afterwards.
    virtual void reset() = 0;
};

// Makes the streams of one server or client, which it must outlive. Bound to the thread that made it.
class StreamFactory
{
public:
    virtual ~StreamFactory() = default;
    // Takes over a connection that a listening socket has accepted. The handler must outlive the stream.
    virtual std::unique_ptr<Stream> accept(qintptr descriptor, StreamHandler &handler) = 0;
    // Starts to connect; the stream may be written to at once. Refused at once, or Overloaded when the system
    // has no socket left.
    virtual model::result::Result<std::unique_ptr<Stream>> connect(Address address, StreamHandler &handler)
        = 0;

    // Over sockets of the system.
    static std::unique_ptr<StreamFactory> make();
};

} // namespace services::transport
