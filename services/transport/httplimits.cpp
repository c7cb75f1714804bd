// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httplimits.h"

#include <sys/resource.h>

#include <algorithm>

namespace services::transport {

HttpLimits HttpLimits::ofThisProcess()
{
    HttpLimits limits;
    rlimit files{};
    const bool isKnown = getrlimit(RLIMIT_NOFILE, &files) == 0;
    const auto share = isKnown ? files.rlim_cur / 8 : 1;
    if (share < static_cast<rlim_t>(limits.connections))
        limits.connections = std::max(static_cast<int>(share), 1);
    return limits;
}

} // namespace services::transport
