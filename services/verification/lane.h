// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findings.h"

#include <model/result/result.h>

#include <QCoroTask>

#include <functional>
#include <memory>

namespace services::verification {

using model::result::Result;

// Runs fleets, one after another, and tries faults on them, one after another. Belongs to a sweep; control
// thread.
class Lane
{
public:
    virtual ~Lane() = default;

    // Ends whatever fleet runs and starts one of the shape. Fails when it does not work well without a fault.
    virtual QCoro::Task<Result<void>> open(std::shared_ptr<const Shape> shape) = 0;
    // On the fleet that runs. When it has not recovered from the trial before, a new one takes its place
    // first. Fails only when the lane cannot go on.
    virtual QCoro::Task<Result<TrialOutcome>> play(Trial trial) = 0;
    virtual QCoro::Task<> close() = 0;
};

// Makes one; each gets another number.
using LaneMaker = std::function<std::unique_ptr<Lane>(int number)>;

} // namespace services::verification
