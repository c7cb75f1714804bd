// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/experiment/tally.h>

namespace services::verification {

// From 0 to 1.
struct ShareInterval
{
    double low = 0;
    double high = 1;
};

// Where the true share lies at a confidence of 95 %, when so many of independent attempts showed something:
// the score interval of Wilson (1927, Journal of the American Statistical Association 22). When none or all
// of them did, it has one end only, and all of the five in a hundred are beyond that. Any thread.
ShareInterval shareInterval(int hits, int attempts);

// Whether the tally's state would be the same at both ends of the intervals of its shares. Else it is too
// close to call: more attempts may turn it, and it says nothing about a prediction. When all attempts are
// alike it takes 25 to tell working from degraded, and three to tell down from anything else.
bool isDecided(const experiment::Tally &tally);
// Whether all of its attempts ended alike: if it is not decided, they are only few.
bool isUniform(const experiment::Tally &tally);

} // namespace services::verification
