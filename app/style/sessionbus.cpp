// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sessionbus.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QScopeGuard>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace app::style {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

namespace {

constexpr auto turn = 50ms; // between two looks at whether to give up

QByteArray addressesOfBus()
{
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) // set to nothing: not wanted
        return qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const QByteArray usual = qgetenv("XDG_RUNTIME_DIR") + "/bus";
    return QFile::exists(QFile::decodeName(usual)) ? "unix:path=" + usual : QByteArray();
}

// "unix:path=/run/user/1000/bus,guid=..." names a file, "unix:abstract=..." what has no file. Empty: neither.
QByteArray socketOf(const QByteArray &address)
{
    if (!address.startsWith("unix:"))
        return {};
    for (const QByteArray &entry : address.mid(5).split(',')) {
        const QByteArray value = QByteArray::fromPercentEncoding(entry.mid(entry.indexOf('=') + 1));
        if (entry.startsWith("path="))
            return value;
        if (entry.startsWith("abstract="))
            return '\0' + value;
    }
    return {};
}

// Until the events come; not, when it is too late or nobody wants it any more.
bool waitFor(int socket, short events, steady_clock::time_point until, const std::stop_token &giveUp)
{
    pollfd interest{socket, events, 0};
    while (!giveUp.stop_requested() && steady_clock::now() < until) {
        if (poll(&interest, 1, static_cast<int>(turn.count())) > 0)
            return (interest.revents & events) != 0;
    }
    return false;
}

// Any answer will do, "OK" or "REJECTED".
bool doesAnswer(const QByteArray &name, std::chrono::milliseconds patience, const std::stop_token &giveUp)
{
    constexpr char question[] = "\0AUTH\r\n";
    const auto until = steady_clock::now() + patience;
    sockaddr_un address{};
    if (name.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return false;
    const int bus = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (bus < 0)
        return false;
    const auto closing = qScopeGuard([bus] { close(bus); });
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    const auto length = offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(name.size());
    if (connect(bus, reinterpret_cast<const sockaddr *>(&address), static_cast<socklen_t>(length)) != 0)
        return false; // nobody there, or so many before us that it hangs
    char answer = 0;
    return send(bus, question, sizeof question - 1, MSG_NOSIGNAL) == sizeof question - 1
        && waitFor(bus, POLLIN, until, giveUp) && recv(bus, &answer, 1, 0) == 1;
}

} // namespace

bool doesSessionBusAnswer(std::chrono::milliseconds patience, const std::stop_token &giveUp)
{
    const auto addresses = addressesOfBus().split(';');
    return std::ranges::any_of(addresses, [&](const QByteArray &address) {
        const QByteArray name = socketOf(address);
        return name.isEmpty() ? address.startsWith("tcp:") : doesAnswer(name, patience, giveUp);
    });
}

void doWithoutHangingSessionBus(std::chrono::milliseconds patience)
{
    if (!doesSessionBusAnswer(patience))
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // a kind of bus that there is not
}

} // namespace app::style
