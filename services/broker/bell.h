// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

namespace services::broker {

// Wakes a thread that waits in poll() for other things as well (an eventfd). ring(): any thread.
class Bell
{
public:
    Bell()
        : m_handle(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
    }
    ~Bell() { close(m_handle); }
    Bell(const Bell &) = delete;
    Bell &operator=(const Bell &) = delete;

    int handle() const { return m_handle; } // readable once it has rung
    void ring() const
    {
        const std::uint64_t once = 1;
        [[maybe_unused]] const auto rung = write(m_handle, &once, sizeof once);
    }

private:
    int m_handle;
};

} // namespace services::broker
