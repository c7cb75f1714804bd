// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <vector>

namespace tests::soak {

// Resident memory of the program, once after each step. A value.
class MemoryCourse
{
public:
    void add(qint64 bytes) { m_bytes.push_back(bytes); }
    // Medians: a leak that is in force for some steps is no matter. Bytes; 0: nobody told.
    qint64 firstQuarter() const;
    qint64 lastQuarter() const;

private:
    qint64 median(std::size_t from, std::size_t to) const;

    std::vector<qint64> m_bytes;
};

// What a soak has shown besides that all works in the end.
struct SoakFigures
{
    int stepsOrdered = 0;
    int stepsDone = 0;
    bool isTimeOrdered = false; // so that it may end with fewer steps
    MemoryCourse memory;
};

// From the first to the last quarter of the steps; caches and logs have their full size after the first
// ones.
constexpr double mostGrowth = 1.25;
// Before so many, these are still filling, and what grows says nothing.
constexpr int stepsUntilFull = 2000;

// Why it did not go well; empty: it did.
QStringList complaintsAbout(const SoakFigures &figures);

} // namespace tests::soak
