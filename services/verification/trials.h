// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "trial.h"

namespace services::verification {

// The system as it is tried: every journey as often as the others, so that none is known worse, but for those
// which use up carts: they come less often than the carts are filled.
model::system::System triedSystem(model::system::System system);
// All journeys together, when each is to be tried so often.
double shoppersPerSecond(const model::system::System &tried, double perJourney);

// The packaging with so many instances of each unit.
model::packaging::Packaging withInstances(model::packaging::Packaging packaging, int instances);

// Each single fault of the system (model::operation::everyFault), but only one of those which are the same to
// a fleet of this packaging.
std::vector<Trial> singleTrials(const model::system::System &system,
                                const model::packaging::Packaging &packaging);
// Each pair of crashes, of hangs, and of both, of two units or capabilities.
std::vector<Trial> pairTrials(const model::system::System &system,
                              const model::packaging::Packaging &packaging);
// A crash, a freeze, errors and slow answers of one instance, wherever a unit has several: the others go on.
std::vector<Trial> oneInstanceTrials(const model::system::System &system,
                                     const model::packaging::Packaging &packaging);
// What single trials are there of these faults, or of their equals.
std::vector<Trial> trialsOf(const std::vector<std::vector<model::operation::Fault>> &faults);

// So that any beginning of the list has about as many trials of each kind, in an order drawn by lot.
std::vector<Trial> mixed(std::vector<Trial> trials, quint64 seed);
// It burns one, or brings far more customers.
bool takesAProcessor(const Trial &trial);

} // namespace services::verification
