// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inputs.h"

#include <services/verification/sweep.h>

#include <optional>

namespace services::lab {

// What `verify` is to do, as its command line says.
struct VerifyOrder
{
    std::vector<verification::Series> series;
    quint64 seed = 1;
    int lanes = verification::Sweep::Options().lanes;
    std::optional<std::chrono::milliseconds> budget;
    double atLeast = 1; // share of the journeys that must agree
};

void addVerifyOptions(QCommandLineParser &parser);
Checked<VerifyOrder> verifyOrder(const QCommandLineParser &parser);

} // namespace services::lab
