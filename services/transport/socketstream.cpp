// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "socketstream.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace services::transport {

SocketStream::SocketStream(int descriptor, bool connected, DescriptorSet &watch, StreamHandler &handler)
    : m_descriptor(descriptor)
    , m_watch(watch)
    , m_handler(handler)
    , m_connected(connected)
{
    const int on = 1;
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(m_descriptor, F_SETFL, O_NONBLOCK);
    m_watch.add(m_descriptor, *this, m_interest);
}

SocketStream::~SocketStream()
{
    release();
}

void SocketStream::release()
{
    if (m_descriptor < 0)
        return;
    m_watch.remove(m_descriptor, *this);
    ::close(std::exchange(m_descriptor, -1));
}

bool SocketStream::write(QByteArrayView bytes)
{
    if (m_dead)
        return false;
    qsizetype sent = 0;
    if (unsent() == 0) {
        sent = send(bytes);
        if (sent < 0)
            return false;
    }
    if (sent < bytes.size()) {
        m_unsent.remove(0, std::exchange(m_sent, 0));
        m_unsent.append(bytes.sliced(sent));
        watchFor({m_interest.reading, true});
    }
    return true;
}

qsizetype SocketStream::send(QByteArrayView bytes)
{
    const auto sent
        = ::send(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
    if (sent >= 0) {
        m_connected = true;
        return sent;
    }
    if (errno == EAGAIN || errno == EINTR) // also while it connects
        return 0;
    // A dead connection also becomes readable: the handler hears of it from the event loop.
    m_dead = true;
    return -1;
}

void SocketStream::watchFor(DescriptorSet::Interest interest)
{
    if (interest == m_interest || m_descriptor < 0)
        return;
    m_interest = interest;
    m_watch.change(m_descriptor, *this, interest);
}

void SocketStream::descriptorReadable()
{
    std::array<char, 16 * 1024> buffer; // NOLINT: filled by recv
    const auto received = recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (received > 0)
        return m_handler.bytesArrived(QByteArrayView(buffer.data(), received));
    if (received < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (received < 0)
        return endWith(m_connected ? StreamHandler::End::Broken : StreamHandler::End::Refused);
    m_inputEnded = true;
    watchFor({false, m_interest.writing});
    m_handler.streamEnded(m_dead ? StreamHandler::End::Broken : StreamHandler::End::Input);
}

void SocketStream::descriptorWritable()
{
    if (!m_connected && !confirmConnected())
        return endWith(StreamHandler::End::Refused);
    const auto sent = send(QByteArrayView(m_unsent).sliced(m_sent));
    if (sent < 0)
        return endWith(StreamHandler::End::Broken);
    m_sent += sent;
    if (unsent() == 0) {
        m_unsent.clear();
        m_sent = 0;
        watchFor({m_interest.reading, false});
        if (m_finishing)
            shutDownOutput();
    }
    m_handler.bytesLeft();
}

bool SocketStream::confirmConnected()
{
    int error = 0;
    socklen_t length = sizeof error;
    getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &length);
    m_connected = error == 0;
    return m_connected;
}

void SocketStream::endWith(StreamHandler::End end)
{
    m_dead = true;
    watchFor({false, false});
    m_handler.streamEnded(end);
}

bool SocketStream::hasInput() const
{
    char first = 0;
    return !m_dead && recv(m_descriptor, &first, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

void SocketStream::setPaused(bool paused)
{
    if (!m_inputEnded && !m_dead)
        watchFor({!paused, m_interest.writing});
}

void SocketStream::finish()
{
    m_finishing = true;
    if (unsent() == 0)
        shutDownOutput();
}

void SocketStream::shutDownOutput()
{
    if (!m_dead)
        ::shutdown(m_descriptor, SHUT_WR);
}

void SocketStream::reset()
{
    if (m_descriptor < 0)
        return;
    m_dead = true;
    const linger abort{1, 0};
    setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
    release();
}

} // namespace services::transport
