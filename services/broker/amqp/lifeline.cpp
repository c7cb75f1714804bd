// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lifeline.h"

#include <sys/socket.h>

namespace services::broker::amqp {

void Lifeline::hold(int socket)
{
    const std::lock_guard lock(m_mutex);
    m_sockets.insert(socket);
}

void Lifeline::release(int socket)
{
    const std::lock_guard lock(m_mutex);
    m_sockets.erase(socket);
}

void Lifeline::cut()
{
    const std::lock_guard lock(m_mutex);
    for (const int socket : m_sockets)
        shutdown(socket, SHUT_RDWR);
}

} // namespace services::broker::amqp
