// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace tests::style {

// A message bus that accepts whoever connects, and never says a word.
class DeafBus
{
public:
    DeafBus()
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(m_folder.filePath(QStringLiteral("bus")));
        std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
        m_listens = bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
            && listen(m_socket, 10) == 0; // the system accepts in our name
    }
    ~DeafBus() { close(m_socket); }
    DeafBus(const DeafBus &) = delete;
    DeafBus &operator=(const DeafBus &) = delete;

    bool listens() const { return m_listens; }
    QByteArray address() const
    {
        return "unix:path="
            + QFile::encodeName(m_folder.filePath(QStringLiteral("bus"))).toPercentEncoding("/");
    }

private:
    QTemporaryDir m_folder;
    int m_socket = socket(AF_UNIX, SOCK_STREAM, 0);
    bool m_listens = false;
};

} // namespace tests::style
