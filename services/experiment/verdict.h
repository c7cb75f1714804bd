// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journeyfigures.h"

#include <model/operation/expectation.h>

namespace services::experiment {

// Whether an expectation held, in words for people.
struct Verdict
{
    model::operation::Expectation expectation;
    QString text; // the same in words
    bool held = false;
    QString actual; // what was measured
};

// A journey that nobody tried in the phase is not as expected: nothing was measured.
Verdict judge(const model::operation::Expectation &expectation, const JourneyFigures &figures);

} // namespace services::experiment
