// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace model::operation {

// What customers can do with a journey, measured or predicted.
enum class JourneyState
{
    Unknown, // nobody has tried
    Working,
    Degraded, // it succeeds, but some answers are late or come from a fallback, or a few fail
    Down,
};

// What the fates of many attempts show, measured or predicted:
//   down       fewer than half of them succeed
//   working    at least nine in ten are served in full
//   degraded   anything between: they succeed late, with a fallback's answer, or not always
// Both are shares of all attempts; succeeding includes being served in full.
JourneyState stateOf(double succeeded, double inFull);
// Over which they are counted, back from the moment for which the state is told; unless somebody says
// otherwise.
constexpr std::chrono::milliseconds stateWindow{2000};

// Part of a run, as seen from a fault.
enum class Phase
{
    Before, // from the end of the warm-up to the fault
    During, // from the fault until every instance is healthy again
    After,
};

// The stable words of files and reports ("working", "during").
QString word(JourneyState state);
QString word(Phase phase);

} // namespace model::operation
