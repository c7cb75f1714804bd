// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blastpredictor.h"

#include <model/analysis/blastradius.h>

namespace services::verification {

namespace {

Predictions predict(const Shape &shape, const Occasion &occasion)
{
    model::analysis::Situation situation;
    situation.system = shape.system;
    situation.packaging = shape.packaging;
    situation.policies = shape.policies;
    situation.faults = occasion.faults;
    situation.load.shoppersPerSecond = shape.shoppersPerSecond;
    situation.load.before = occasion.before;
    situation.load.guarded = occasion.guarded;
    situation.moment = occasion.moment;
    situation.window = occasion.window;
    const auto radius = model::analysis::blastRadius(situation);
    Predictions predictions;
    for (auto each = radius.journeys.begin(); each != radius.journeys.end(); ++each)
        predictions.insert(each.key(), {each->state, each->why, each->after});
    return predictions;
}

} // namespace

Predictor blastPredictor()
{
    return predict;
}

} // namespace services::verification
