// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "disk.h"

namespace services::storage {

// What accesses to a store in trouble cost whoever made them: how long he still has to wait, and which
// troubles he has met, a set of Disk::Trouble. A value.
struct Toll
{
    std::chrono::nanoseconds owed{0};
    std::uint64_t troubles = 0;

    bool isNothing() const { return troubles == 0; }
    void add(Disk::Trouble trouble, std::chrono::nanoseconds delay = {})
    {
        troubles |= trouble;
        owed += delay;
    }
};

} // namespace services::storage
