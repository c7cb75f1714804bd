// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/experiment/runrecord.h>

namespace tests::experiment {

using services::load::Instant;
using services::load::JourneyResult;
using services::load::Outcome;

// A moment of the test's time line.
inline Instant at(std::chrono::milliseconds time)
{
    return Instant(std::chrono::hours(1)) + time;
}

// "w" worked, "d" degraded, "x" failed: the outcome in one letter.
inline Outcome outcomeOf(char letter)
{
    return letter == 'x' ? Outcome::Failed : letter == 'd' ? Outcome::Degraded : Outcome::Ok;
}

inline JourneyResult attempt(std::chrono::milliseconds start,
                             char letter,
                             std::chrono::milliseconds duration = std::chrono::milliseconds(10))
{
    static quint64 number = 0;
    JourneyResult result;
    result.attempt = ++number;
    result.journey = {QStringLiteral("browse")};
    result.intendedStart = at(start);
    result.duration = duration;
    result.outcome = outcomeOf(letter);
    if (letter == 'x')
        result.message = QStringLiteral("GET /: refused");
    return result;
}

// Attempts every 100 ms from a moment on, one for each letter.
inline void
addAttempts(std::vector<JourneyResult> &results, std::chrono::milliseconds from, const char *letters)
{
    for (; *letters != '\0'; ++letters, from += std::chrono::milliseconds(100))
        results.push_back(attempt(from, *letters));
}

} // namespace tests::experiment
