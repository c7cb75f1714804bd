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
// of them did, it is taken for just that, however few they are: nothing speaks for anything else. Any thread.
ShareInterval shareInterval(int hits, int attempts);

// Whether the tally's state would be the same at both ends of the intervals of its shares. Else it is too
// close to call: more attempts may turn it, and it says nothing about a prediction.
bool isDecided(const experiment::Tally &tally);

} // namespace services::verification
