// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capabilityfigures.h"
#include "forecast.h"
#include "journeyfigures.h"

#include <model/operation/expectation.h>

namespace services::experiment {

// Whether an expectation held, or a wait of the scenario, in words for people.
struct Verdict
{
    std::optional<model::operation::Expectation> expectation; // none: it is about the run itself
    QString text; // what was expected, in words
    bool held = false;
    QString actual; // what was measured
};

// A journey that nobody tried in the phase of any one of the faults is not as expected: nothing was measured.
// For a recovery that is the time during the fault. `foretold`: of the journey, by time; none when nobody has
// predicted anything.
Verdict judge(const model::operation::Expectation &expectation,
              const JourneyFigures &figures,
              const std::vector<Foretold> &foretold = {});
// A phase in which nobody has looked at the capability is not as expected either.
Verdict judge(const model::operation::Expectation &expectation, const CapabilityFigures &figures);

} // namespace services::experiment
