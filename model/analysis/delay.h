// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace model::analysis {

// How long something takes, as a distribution: probabilities on a grid of times, in seconds. Adding an
// exponential or a fixed time keeps the mean exact; what would lie beyond the last point is kept there. A
// value.
class Delay
{
public:
    // Nothing at all, on a grid that reaches `points` steps far.
    Delay(double stepSeconds, int points);

    // Adds independent times, one after another.
    void addFixed(double seconds);
    void addExponential(double mean);
    // With the given probability an exponential time of such a mean, else nothing.
    void addMaybe(double probability, double mean);

    // Becomes one of the two, which are on the same grid: `other` with the given probability.
    void mix(const Delay &other, double probability);

    double mean() const;
    double quantile(double share) const;

private:
    double m_step;
    std::vector<double> m_masses; // of the times 0, step, 2 step, ...
};

} // namespace model::analysis
