// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace model::analysis {

// Who comes to a fleet, as far as it decides what a fault does: the load generator's customers
// (services/load), in numbers. A value.
struct Load
{
    double shoppersPerSecond = 40;
    int customers = 200; // who are known to the shop
    int loggedIn = 60; // of them, before the first shopper comes
    int products = 1000; // among which shoppers choose
    int searchWords = 6; // the same
    std::chrono::milliseconds patience{5000}; // with one answer
    std::chrono::milliseconds pollEvery{200}; // of a step that waits for something to come
    std::chrono::milliseconds pollWhenLate{1500}; // the same, of whoever has waited too long already
    int mostUnderWay = 512; // attempts at once; further ones are not begun and count as failed
    std::chrono::milliseconds before{30'000}; // how long they have come when the faults begin
    std::chrono::milliseconds guarded{30'000}; // how long breakers have counted calls then
};

} // namespace model::analysis
