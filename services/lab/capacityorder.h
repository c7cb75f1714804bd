// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inputs.h"

#include <vector>

namespace services::lab {

// What `capacity` is to measure: each load on each packaging, and what each of them can take. A value.
struct CapacityOrder
{
    model::system::System system;
    std::vector<model::packaging::Packaging> variants; // of one packaging: they differ in their instances
    std::vector<double> loads; // shoppers per second; empty: shares of each variant's predicted limit
    int seconds = 24; // for each point, in all rounds together
    int rounds = 3;
    bool onlyHops = false; // predict with the hops' costs alone
    quint64 seed = 1;
    double atMost = 0.05; // as large as the median errors may be for exit 0

    static void describe(QCommandLineParser &parser);
    static Checked<CapacityOrder> of(const QCommandLineParser &parser);
};

} // namespace services::lab
