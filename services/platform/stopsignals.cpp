// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stopsignals.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>

namespace services::platform {

namespace {

// A signal handler can reach nothing else: the one exception to "no globals", and of this file only.
std::atomic<int> writeEnd{-1};

void handle(int)
{
    const int saved = errno;
    const char byte = 0;
    [[maybe_unused]] const auto written = write(writeEnd.load(), &byte, 1);
    errno = saved;
}

std::array<int, 2> openPipe()
{
    std::array<int, 2> ends{-1, -1};
    [[maybe_unused]] const int opened = pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK);
    return ends;
}

void setHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
    , m_pipe(openPipe())
    , m_notifier(m_pipe[0], QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> bytes{};
        if (read(m_pipe[0], bytes.data(), bytes.size()) > 0)
            Q_EMIT stopRequested();
    });
    writeEnd = m_pipe[1];
    setHandler(handle);
}

StopSignals::~StopSignals()
{
    setHandler(SIG_DFL);
    writeEnd = -1;
    m_notifier.setEnabled(false);
    close(m_pipe[0]);
    close(m_pipe[1]);
}

} // namespace services::platform
