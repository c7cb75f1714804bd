// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mixture.h"

namespace model::analysis {

// When whoever waits for something asks for it, in seconds.
struct Patience
{
    double lateAfter = 0;
    double lostAfter = 0;
    double every = 0; // the pause between an answer and the next question
    double everyWhenLate = 0;
};

// What he waits for, in seconds since he began.
struct Expected
{
    double comes = 0; // from then on there is something to answer; never: it does not come
    double wellFrom = never; // from then on all is well that is not now
};

// What becomes of those who wait. Shares of all of them; a late one has been told in vain after his patience,
// or got his answer after it.
struct Waiting
{
    double inTime = 0;
    double late = 0; // and it came
    double lost = 0;
    double gaveUp = 0; // could not reach anybody, and had not been told anything in vain after his patience
    double gaveUpLate = 0; // the same, but he had
    double lateSoFar = 0; // of the late ones: to whom it had come by the moment
    double lostSoFar = 0; // of those who lost it or gave up late: who had by the moment
    double degraded = 0; // of those in time: a fallback's answer
    double lingering = 0; // seconds for which one is late and still waits, in the mean, up to the moment
    double seconds = 0; // until it ends, in the mean
    double polls = 0; // in the mean
};

// Follows those who wait from question to question, each of which is answered as the mixture says
// (services/load, JourneyRunner): they ask again while the shop has nothing yet or is not well, and give up
// when they cannot reach it. What was late only counts up to `moment`, in seconds since the first of them
// came.
Waiting waitFor(const Expected &expected, const Mixture &answer, const Patience &patience, double moment);

} // namespace model::analysis
