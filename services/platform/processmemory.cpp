// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processmemory.h"

#include <QFile>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace services::platform {

using namespace Qt::StringLiterals;

qint64 residentMemory()
{
#ifdef Q_OS_LINUX
    QFile file(u"/proc/self/statm"_s); // in pages: all, resident, shared, ...
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    const auto fields = file.read(256).split(' ');
    return fields.size() < 2 ? 0 : fields[1].toLongLong() * sysconf(_SC_PAGESIZE);
#else
    return 0;
#endif
}

} // namespace services::platform
