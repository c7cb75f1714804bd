// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <mutex>
#include <set>

namespace services::broker::amqp {

// The sockets that a thread works with, so that another thread can cut them: whatever the first one waits for
// there ends at once. Any thread.
class Lifeline
{
public:
    void hold(int socket);
    // Before it is closed.
    void release(int socket);
    void cut();

private:
    std::mutex m_mutex;
    std::set<int> m_sockets;
};

} // namespace services::broker::amqp
