// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/journey.h>

#include <QtGlobal>

#include <random>
#include <vector>

namespace services::load {

// Which journey the next shopper wants: drawn by the weights of the system's file, seeded. Journeys without
// weight are never drawn. A value; any thread.
class JourneyMix
{
public:
    JourneyMix(const std::vector<model::system::Journey> &journeys, quint64 seed);

    bool isEmpty() const { return m_weights.empty(); }
    // The index of the journey in the list it was made of. Not to be called when empty.
    std::size_t draw();

private:
    std::mt19937_64 m_random;
    std::vector<double> m_weights;
    std::discrete_distribution<std::size_t> m_distribution;
};

} // namespace services::load
