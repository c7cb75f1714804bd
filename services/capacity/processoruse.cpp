// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processoruse.h"

#include <QDir>
#include <QFile>

#include <ctime>

namespace services::capacity {

using namespace Qt::StringLiterals;

namespace {

// The second number of a thread's schedstat is how long it was runnable and did not run, in nanoseconds
// (https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat).
std::chrono::nanoseconds waitedFor(const QString &thread)
{
    QFile file(u"/proc/self/task/%1/schedstat"_s.arg(thread));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return std::chrono::nanoseconds(file.readAll().split(' ').value(1).toLongLong());
}

} // namespace

ProcessorUse ProcessorUse::now()
{
    ProcessorUse use;
    timespec spent{};
    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent) == 0)
        use.used = std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
    const auto threads = QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &thread : threads)
        use.waited += waitedFor(thread);
    return use;
}

} // namespace services::capacity
