// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blastpredictor.h"

#include <model/analysis/blastradius.h>

#include <array>

namespace services::verification {

namespace {

// What is said of the load that a system can carry holds within five in a hundred (faultline-lab capacity
// measures that), so what turns within them is not known.
constexpr std::array loadsNearby = {0.95, 1.05};

model::analysis::BlastRadius radiusOf(const Shape &shape, const Occasion &occasion, double load)
{
    model::analysis::Situation situation;
    situation.system = shape.system;
    situation.packaging = shape.packaging;
    situation.policies = shape.policies;
    situation.faults = occasion.faults;
    situation.load.shoppersPerSecond = load * shape.shoppersPerSecond;
    situation.load.before = occasion.before;
    situation.load.guarded = occasion.guarded;
    situation.moment = occasion.moment;
    situation.window = occasion.window;
    return model::analysis::blastRadius(situation);
}

Predictions predict(const Shape &shape, const Occasion &occasion)
{
    const auto radius = radiusOf(shape, occasion, 1);
    Predictions predictions;
    for (auto each = radius.journeys.begin(); each != radius.journeys.end(); ++each)
        predictions.insert(each.key(), {each->state, each->why, each->after});
    for (const double load : loadsNearby) {
        const auto nearby = radiusOf(shape, occasion, load);
        for (auto each = predictions.begin(); each != predictions.end(); ++each)
            each->isOnTheEdge = each->isOnTheEdge || nearby.journeys.value(each.key()).state != each->state;
    }
    return predictions;
}

} // namespace

Predictor blastPredictor()
{
    return predict;
}

} // namespace services::verification
