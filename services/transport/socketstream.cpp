// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "socketstream.h"

#include <QEvent>
#include <QString>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace services::transport {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

class SocketStream::Readiness final : public QSocketNotifier
{
public:
    Readiness(int descriptor, Type type, SocketStream &stream)
        : QSocketNotifier(descriptor, type)
        , m_stream(stream)
    {
    }

    void retire()
    {
        setEnabled(false);
        if (m_delivering)
            deleteLater();
        else
            delete this;
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::SockAct)
            return QSocketNotifier::event(event);
        if (!isEnabled())
            return true;
        // A nested event loop could deliver an event within an event; the outermost one matters.
        const bool outer = std::exchange(m_delivering, true);
        type() == Read ? m_stream.readable() : m_stream.writable();
        m_delivering = outer;
        return true;
    }

private:
    SocketStream &m_stream;
    bool m_delivering = false;
};

void SocketStream::Retire::operator()(Readiness *notifier) const
{
    notifier->retire();
}

SocketStream::SocketStream(int descriptor, bool connected, StreamHandler &handler)
    : m_descriptor(descriptor)
    , m_handler(handler)
    , m_reading(new Readiness(descriptor, QSocketNotifier::Read, *this))
    , m_connected(connected)
{
    const int on = 1;
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(m_descriptor, F_SETFL, O_NONBLOCK);
}

SocketStream::~SocketStream()
{
    m_writing.reset();
    m_reading.reset();
    if (m_descriptor >= 0)
        ::close(m_descriptor);
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
        waitUntilWritable(true);
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
    // Not yet connected: Linux says EAGAIN, others ENOTCONN.
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR || (errno == ENOTCONN && !m_connected))
        return 0;
    // A dead connection also becomes readable: the handler hears of it from the event loop.
    m_dead = true;
    return -1;
}

void SocketStream::waitUntilWritable(bool wait)
{
    if (!m_writing) {
        if (!wait)
            return;
        m_writing.reset(new Readiness(m_descriptor, QSocketNotifier::Write, *this));
    }
    m_writing->setEnabled(wait);
}

void SocketStream::readable()
{
    std::array<char, 16 * 1024> buffer; // NOLINT: filled by recv
    const auto received = recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (received > 0)
        return m_handler.bytesArrived(QByteArrayView(buffer.data(), received));
    if (received < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
        return;
    if (received < 0)
        return endWith(m_connected ? StreamHandler::End::Broken : StreamHandler::End::Refused);
    m_inputEnded = true;
    m_reading->setEnabled(false);
    m_handler.streamEnded(m_dead ? StreamHandler::End::Broken : StreamHandler::End::Input);
}

void SocketStream::writable()
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
        waitUntilWritable(false);
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
    m_reading->setEnabled(false);
    waitUntilWritable(false);
    m_handler.streamEnded(end);
}

void SocketStream::setPaused(bool paused)
{
    if (!m_inputEnded && !m_dead)
        m_reading->setEnabled(!paused);
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
    m_reading->setEnabled(false);
    waitUntilWritable(false);
    const linger abort{1, 0};
    setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
    ::close(std::exchange(m_descriptor, -1));
}

std::unique_ptr<Stream> acceptStream(qintptr descriptor, StreamHandler &handler)
{
    return std::make_unique<SocketStream>(static_cast<int>(descriptor), true, handler);
}

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

model::result::Result<std::unique_ptr<Stream>> connectStream(Address address, StreamHandler &handler)
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
        return std::make_unique<SocketStream>(descriptor, made, handler);
    ::close(descriptor);
    if (error == EADDRNOTAVAIL)
        return failure(Kind::Overloaded, u"No local port is left"_s);
    return failure(Kind::Refused, u"Nothing listens at 127.0.0.1:%1"_s.arg(address.port));
}

} // namespace services::transport
