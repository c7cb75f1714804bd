// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delay.h"

#include <algorithm>
#include <cmath>

namespace model::analysis {

Delay::Delay(double stepSeconds, int points)
    : m_step(stepSeconds)
    , m_masses(static_cast<std::size_t>(points), 0.0)
{
    m_masses.front() = 1;
}

void Delay::addFixed(double seconds)
{
    const double steps = seconds / m_step;
    const auto whole = static_cast<std::size_t>(steps);
    const double rest = steps - std::floor(steps); // shared by two neighbours, so that the mean is kept
    std::vector<double> moved(m_masses.size(), 0.0);
    const std::size_t last = moved.size() - 1;
    for (std::size_t i = 0; i < m_masses.size(); ++i) {
        moved[std::min(i + whole, last)] += m_masses[i] * (1 - rest);
        moved[std::min(i + whole + 1, last)] += m_masses[i] * rest;
    }
    m_masses = std::move(moved);
}

// The geometric distribution on the grid has the exponential's mean, and convolving with it is a recursion.
void Delay::addExponential(double mean)
{
    const double steps = mean / m_step;
    const double stays = steps / (1 + steps);
    double carried = 0;
    for (double &mass : m_masses) {
        carried = (1 - stays) * mass + stays * carried;
        mass = carried;
    }
    if (stays > 0)
        m_masses.back() += carried * stays / (1 - stays);
}

void Delay::addMaybe(double probability, double mean)
{
    Delay longer = *this;
    longer.addExponential(mean);
    mix(longer, probability);
}

void Delay::mix(const Delay &other, double probability)
{
    for (std::size_t i = 0; i < m_masses.size(); ++i)
        m_masses[i] += probability * (other.m_masses[i] - m_masses[i]);
}

double Delay::mean() const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_masses.size(); ++i)
        sum += static_cast<double>(i) * m_masses[i];
    return sum * m_step;
}

double Delay::quantile(double share) const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_masses.size(); ++i) {
        sum += m_masses[i];
        if (sum >= share)
            return static_cast<double>(i) * m_step;
    }
    return static_cast<double>(m_masses.size() - 1) * m_step;
}

} // namespace model::analysis
