// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>

namespace services::runtime {

// What an instance must know even while it is too busy to be told. Set from the control thread, read in the
// instance's; outlives the instance.
struct EndOrder
{
    std::atomic<bool> unwanted{false}; // need not finish its start
    std::atomic<bool> crashed{false}; // is dead for everybody else: writes nothing more
};

} // namespace services::runtime
