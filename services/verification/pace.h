// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/load/journeyresult.h>

#include <QString>

#include <chrono>

namespace services::verification {

// Whether the machine kept up while something was measured: customers began when they meant to, and what was
// to be done at a time was done at about that time. Else time limits run out and breakers open for want of
// a processor, which says nothing about faults. A value.
class Pace
{
public:
    // More of the customers, of the looks, or of the errands, than this must not be late.
    static constexpr double lateShareAtMost = 0.05;
    static constexpr std::chrono::milliseconds lateAfter{100};
    // Of work in the background: ten passwords a second are hashed in each of two threads, so that later
    // would mean that a queue builds up.
    static constexpr std::chrono::milliseconds errandLateAfter{200};

    void take(const load::LoadBatch &batch);
    // Something that was to be done regularly was done so much later.
    void woke(std::chrono::nanoseconds late);
    // A little work of a thread that lets others go first was done so much later.
    void ran(std::chrono::nanoseconds late);

    bool keptUp() const;
    // "12 of 40 customers began more than 100 ms after they meant to".
    QString words() const;

private:
    struct Count
    {
        int all = 0;
        int late = 0;
        void add(int more, int moreLate);
        bool keptUp() const { return late <= lateShareAtMost * all; }
    };
    Count m_customers;
    Count m_looks;
    Count m_errands;
};

} // namespace services::verification
