// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "trace.h"

namespace model::telemetry {

// A piece of the time that a customer waited, and which span it was spent in.
struct CriticalPiece
{
    int span = 0; // position in the trace
    Instant from;
    Instant to;

    bool operator==(const CriticalPiece &) const = default;
};

// What the answer waited for, moment by moment: whoever makes one of these pieces shorter makes the whole
// request shorter. In the order of time, without gaps, from the beginning of the root to its end.
// The algorithm is that of CRISP (Z. Zhang et al., "CRISP: Critical Path Analysis of Large-Scale Microservice
// Architectures", USENIX ATC 2022), which Jaeger shows too: backwards from the end of a span, the call that
// returned last is on the path, then the last one that had returned before that one began; what is between is
// the span's own. A call that ended after whoever made it counts up to that end; messages never count, since
// nobody waits for them.
std::vector<CriticalPiece> criticalPathOf(const Trace &trace);

// How much of the path each span holds itself, by position.
std::vector<std::chrono::nanoseconds> criticalTimes(const Trace &trace);

} // namespace model::telemetry
