// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lane.h"

#include <deque>

namespace services::verification {

// Tries series of faults on several fleets side by side: what fleets wait for costs no processor, so that
// they do not disturb each other; what needs the machine for itself comes last, alone. Control thread; the
// scope and the timers outlive it.
class Sweep : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        Lane::Options lane;
        int lanes = 6;
        // Ends before its time; each shape and kind has had about the same share. Nothing: plays all.
        std::optional<std::chrono::milliseconds> budget;
        std::size_t trialsAtOnce = 20; // on one fleet, before the next shape's turn
    };
    Sweep(std::vector<Series> series, Lane::Surroundings surroundings, Options options);

    int planned() const { return m_findings.planned; } // trials
    // Fails only when no fleet can be run.
    QCoro::Task<Result<Findings>> run();

Q_SIGNALS:
    void played(const services::verification::TrialOutcome &outcome);
    void troubled(const model::result::Error &error); // a fleet could not be run; the others go on

private:
    QCoro::Task<Result<void>> playAll(bool alone, int lanes, Instant until);
    QCoro::Task<Result<void>> work(Lane *lane, Instant until);
    QCoro::Task<Result<void>> playSome(Lane *lane, Series *series, Instant until);
    Instant end(double share) const;
    double shareOfThoseAlone() const;

    std::vector<Series> m_series;
    Lane::Surroundings m_around;
    Options m_options;
    Instant m_begin;
    std::deque<Series> m_waiting;
    Findings m_findings;
};

} // namespace services::verification
