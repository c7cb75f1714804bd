// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace services::storage {

// What a store has to suffer. A value; as it is made, nothing.
struct StoreCondition
{
    bool locked = false; // somebody else keeps the right to write
    bool full = false; // its disk takes nothing more
    bool lost = false; // its disk does not answer
    bool damaged = false; // its file is
    std::chrono::nanoseconds delay{0}; // of each access: a transaction, or a statement on its own

    bool operator==(const StoreCondition &) const = default;
};

} // namespace services::storage
