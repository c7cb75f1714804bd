// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stream.h"

#include <services/waiting/descriptorset.h>

#include <QByteArray>

namespace services::transport {

using waiting::DescriptorSet;

// A stream over a TCP socket of the system, read and written as soon as it is ready. QTcpSocket would do the
// same with a copy into its own buffer, one more system call a read, a place in every poll of the event loop,
// and no way to finish one direction or to reset.
class SocketStream final : public Stream, private DescriptorSet::Watched
{
public:
    SocketStream(int descriptor, bool connected, DescriptorSet &watch, StreamHandler &handler);
    ~SocketStream() override;
    SocketStream(const SocketStream &) = delete;
    SocketStream &operator=(const SocketStream &) = delete;

    bool write(QByteArrayView bytes) override;
    qsizetype unsent() const override { return m_unsent.size() - m_sent; }
    bool hasInput() const override;
    void setPaused(bool paused) override;
    void finish() override;
    void reset() override;

private:
    void descriptorReadable() override;
    void descriptorWritable() override;
    qsizetype send(QByteArrayView bytes); // -1: dead
    void watchFor(DescriptorSet::Interest interest);
    bool confirmConnected();
    void endWith(StreamHandler::End end);
    void shutDownOutput();
    void release();

    int m_descriptor; // -1: released
    DescriptorSet &m_watch;
    StreamHandler &m_handler;
    DescriptorSet::Interest m_interest;
    QByteArray m_unsent;
    qsizetype m_sent = 0; // how much of m_unsent has left
    bool m_connected;
    bool m_dead = false;
    bool m_finishing = false;
    bool m_inputEnded = false;
};

} // namespace services::transport
