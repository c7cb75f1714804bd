// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findings.h"

#include <QStringList>

namespace services::verification {

// What a run has to show.
struct Requirement
{
    double atLeast = 1; // share of the journeys that agree, of those that count
    bool isSample = false; // its time is limited, so that it need not begin all trials
};

// Else what is left out says as much as what counts.
constexpr double mostLost = 0.02; // of the trials that were due: all, or those that a sample has begun
constexpr double mostTooClose = 0.1; // journeys on the edge or too close to call, of those that count

// Why the findings do not show it, a sentence each; none when they do. Any thread.
QStringList shortcomings(const Findings &findings, const Requirement &requirement);

} // namespace services::verification
