// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace model::analysis {

// Requests of one sort which come to a station: a Poisson stream of groups, each request of which takes an
// exponentially distributed time.
struct JobFlow
{
    double perSecond = 0; // requests
    double groupSize = 1; // which arrive at the same moment
    double serviceSeconds = 0; // mean
};

// Where work is done and waited for: the instances of one unit, each with workers of its own. What several
// modules of the unit bring shares the workers, so the service times mix. A value; times in seconds.
//
// Each instance has its own queue, and requests go to the instance with the fewest outstanding ones. That is
// neither one queue for all workers (M/M/c, the best that could be) nor one each (far worse): joining the
// shortest queue pools the workers nearly completely, the more so the busier they are (Nelson and Philips,
// "An approximation for the mean response time for shortest queue routing", Performance Evaluation 17, 1993).
// So we take M/M/(instances x workers), and let the wait be longer by 1 + 0.45 (instances - 1) (1 - rho): a
// fit of ours to simulations of 2 to 6 instances with 1 to 8 workers at 30 to 90 %, within a tenth of the
// wait from half load on; tst_station repeats some of them.
struct Station
{
    int instances = 1;
    int workersEach = 1;
    std::vector<JobFlow> flows;

    int workers() const { return instances * workersEach; }
    double perSecond() const;
    double erlangs() const; // workers that are busy on average, if there were enough
    double utilisation() const { return erlangs() / workers(); }
    // The squared coefficient of variation of the mix of exponential service times: 1 when they are alike.
    double serviceVariability() const;
    // The index of dispersion of arrivals in groups, E[X^2] / E[X]; 1 when each comes alone.
    double arrivalVariability() const;
    // The share of arrivals that wait, and how long a request, or the first of a group, waits on average,
    // those which do not wait included. By Allen and Cunneen: M/M/c's wait times (Ca^2 + Cs^2) / 2 (A. O.
    // Allen: Probability, Statistics, and Queueing Theory, 2nd ed., 5.3). Exact for one worker, alike times
    // and any groups, and by Pollaczek and Khinchine for one worker and any times. Infinite at full load.
    double waitingShare() const;
    double meanWait() const;
};

} // namespace model::analysis
