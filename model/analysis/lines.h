// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "strain.h"

namespace model::analysis {

// A message between two capabilities of different units: a request, or an answer.
struct Passage
{
    int bytes = 0;
    bool isAnswer = false;
    double budget = never; // seconds until nobody waits for it any more
    Strain::OfLine load; // of the line
    double moment = 0; // seconds since the faults began
};

// What becomes of a message on a line with these faults (services/faults, Line). Reasons are the faults' own.
Mixture passed(const std::vector<const Fault *> &faults,
               const Passage &passage,
               const Ground &ground,
               Reasons &reasons);

} // namespace model::analysis
