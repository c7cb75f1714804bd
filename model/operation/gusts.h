// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "action.h"

namespace model::operation {

// One thing that breaks in a storm, for how long, and how long it is calm afterwards.
struct Gust
{
    Fault fault;
    std::chrono::milliseconds lasts{0};
    std::chrono::milliseconds calm{0};
};

// The gusts of a storm, one after another, whose times add up to its duration or a little more: crashes most
// of all, capabilities that hang, units that freeze or break their answers off, lines that are cut in one
// direction or both, and a broker that goes down. The same seed, the same gusts, on every machine.
std::vector<Gust> gustsOf(const Storm &storm, quint64 seed);

} // namespace model::operation
