// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "socketcut.h"

#ifdef Q_OS_LINUX

#include <QDir>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace services::runtime {

namespace {

bool isSocket(int descriptor)
{
    struct stat status = {};
    return fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode);
}

bool isOwnPort(int descriptor, quint16 port)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return false;
    return address.sin_family == AF_INET && ntohs(address.sin_port) == port;
}

} // namespace

int cutSockets(quint16 port)
{
    int cut = 0;
    const auto entries = QDir(QStringLiteral("/proc/self/fd"))
                             .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        // Nobody closes a handle of a database but SQLite: a process loses all its locks on a file with the
        // first handle that it closes (https://www.sqlite.org/howtocorrupt.html, 2.2).
        if (!isSocket(entry.toInt()))
            continue;
        // A handle of our own, which no child inherits: the number may be closed and given to somebody else
        // at any moment; to a database at worst, and then the handle stays.
        const int socket = fcntl(entry.toInt(), F_DUPFD_CLOEXEC, 0);
        if (socket < 0 || !isSocket(socket))
            continue;
        if (isOwnPort(socket, port) && shutdown(socket, SHUT_RDWR) == 0)
            ++cut;
        close(socket);
    }
    return cut;
}

} // namespace services::runtime

#else

namespace services::runtime {

int cutSockets(quint16)
{
    return 0;
}

} // namespace services::runtime

#endif
