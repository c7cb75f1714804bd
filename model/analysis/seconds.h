// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace model::analysis {

/// Any duration as the formulas of queueing reckon it.
inline double secondsOf(std::chrono::duration<double> time)
{
    return time.count();
}

} // namespace model::analysis
