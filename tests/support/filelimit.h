// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace tests::support {

// While it lives, this process may open so many files and sockets; what is open stays open.
class FileLimit
{
public:
    explicit FileLimit(rlim_t files)
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit limit{files, m_before.rlim_max};
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    ~FileLimit() { setrlimit(RLIMIT_NOFILE, &m_before); }
    FileLimit(const FileLimit &) = delete;
    FileLimit &operator=(const FileLimit &) = delete;

    // With which no further file can be opened: the system hands out the lowest free number.
    static rlim_t reached()
    {
        const int free = open("/dev/null", O_RDONLY | O_CLOEXEC);
        close(free);
        return static_cast<rlim_t>(free);
    }

private:
    rlimit m_before{};
};

} // namespace tests::support
