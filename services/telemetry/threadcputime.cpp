// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "threadcputime.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <ctime>
#endif

namespace services::telemetry {

std::chrono::nanoseconds threadCpuTime()
{
#ifdef Q_OS_UNIX
    timespec spent{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent) == 0)
        return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
#endif
    return std::chrono::nanoseconds(0);
}

} // namespace services::telemetry
