// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace services::capacity {

// What this program has had of the machine's processors since its start: a reading, of which two are
// subtracted. Any thread. Zero where the system does not tell.
struct ProcessorUse
{
    std::chrono::nanoseconds used{0}; // by all threads
    std::chrono::nanoseconds waited{0}; // by threads that could have run: the sum over those which live

    static ProcessorUse now();
    ProcessorUse since(const ProcessorUse &before) const
    {
        return {used - before.used, waited - before.waited};
    }
};

} // namespace services::capacity
