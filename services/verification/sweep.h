// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lane.h"

#include <services/waiting/timers.h>
#include <services/waiting/waitscope.h>

#include <QObject>

#include <deque>
#include <set>

namespace services::verification {

using waiting::Instant;

// Tries series of faults on several fleets side by side: what fleets wait for costs no processor, so that
// they do not disturb each other; beside one that takes a processor there are half as many. A trial during
// which the machine did not keep up is repeated, first on a few fleets and then alone, and says nothing when
// that does not help; when it happens often, fewer fleets go on, until it does not happen any more. A trial
// that disagrees or does not recover beside others is tried again alone, which is what counts if that refutes
// it. Control thread; the scope and the timers outlive it.
class Sweep : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        int lanes = 16; // at most
        // Ends before its time; each shape and kind has had about the same share. Nothing: plays all.
        std::optional<std::chrono::milliseconds> budget;
        std::size_t trialsAtOnce = 20; // on one fleet, before the next shape's turn
        int mostRepeats = 2; // of a trial during which the machine did not keep up
        int mostDoubts = 30; // trials that are tried again alone; so many more are no chance
    };
    struct Surroundings
    {
        waiting::WaitScope &scope;
        waiting::Timers &timers;
        LaneMaker makeLane;
    };
    Sweep(std::vector<Series> series, Surroundings surroundings, Options options);

    int planned() const { return m_findings.planned; } // trials
    Findings findings() const; // so far
    // Fails only when no fleet can be run.
    QCoro::Task<Result<Findings>> run();

Q_SIGNALS:
    void played(const services::verification::TrialOutcome &outcome);
    void doubted(const services::verification::TrialOutcome &outcome); // it is tried again alone
    void troubled(const model::result::Error &error); // a fleet could not be run; the others go on
    void slowedDown(int lanes); // so many fleets at once go on, since the machine does not keep up with more
    void spedUp(int lanes); // so many again, since it keeps up

private:
    // Trials of one kind of company.
    struct Round
    {
        std::deque<Series> waiting;
        int lanes = 0; // at work; others rest
        int made = 0;
        Instant until; // no trial begins later
        std::set<int> present{}; // numbers of the workers which have not ended
    };
    QCoro::Task<Result<void>> playTogether();
    QCoro::Task<Result<void>> playAll(Company company, int lanes, Instant until);
    QCoro::Task<Result<void>> play(Round *round, int lanes);
    struct Worker
    {
        Lane *lane;
        int number; // in its round
    };
    QCoro::Task<Result<void>> work(Worker worker, Round *round);
    QCoro::Task<Result<void>> playSome(Worker worker, Series *part, Round *round);
    bool isOver(const Round &round) const;
    static bool mayPlay(const Worker &worker, const Round &round);
    Round roundOf(Company company, Instant until);
    void putBack(Round &round);
    bool isWaiting(Company company) const;
    Series nextPart(Round &round) const;
    void remember(const TrialOutcome &outcome);
    void take(TrialOutcome outcome, const Series &part);
    bool isToBeDoubted(const TrialOutcome &outcome) const;
    void doubt(TrialOutcome outcome, const Series &part);
    std::optional<TrialOutcome> takeDoubted(const Trial &trial, const Series &part);
    TrialOutcome whatCounts(TrialOutcome first, TrialOutcome alone);
    void count(const TrialOutcome &outcome);
    void playLater(Trial trial, const Series &part, Company company);
    void playAgain(Trial trial, const Series &part, Loss loss);
    void giveUp(Trial trial, const Series &part);
    void troubleWith(const Series &part, std::deque<Trial> trials, const model::result::Error &error);
    void giveUpWhatIsLeft();
    void adjust(Round &round);
    Instant end(double share) const;
    double shareOfHalf() const;

    std::deque<Series> m_series; // whose turn has not come yet
    Surroundings m_around;
    Options m_options;
    Instant m_begin;
    int m_lanesMade = 0; // so far
    int m_lanesAtWork = 0;
    int m_turns = 0; // of lanes at work, so far
    std::deque<bool> m_keptUp; // in the last trials that began since then:
    Instant m_adjusted; // the number of fleets
    Findings m_findings;
    struct Doubted
    {
        std::shared_ptr<const Shape> shape;
        TrialOutcome outcome; // at first
    };
    std::vector<Doubted> m_doubted; // which have not been tried again yet
    int m_doubts = 0; // so far
};

} // namespace services::verification
