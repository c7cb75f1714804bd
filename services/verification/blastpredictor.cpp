// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blastpredictor.h"

#include <model/analysis/blastradius.h>

#include <algorithm>
#include <vector>

namespace services::verification {

namespace {

using model::operation::FaultKind;

// How far from what is estimated the truth may be; what turns within that is not known.
struct Nearby
{
    double load = 1; // times
    double comeInAgain = 1; // times; see model::analysis::Situation
};

// What is said of the load that a system can carry holds within five in a hundred (faultline-lab capacity
// measures that). The estimate of how many get in where all wait behind a narrow line leaves out that they
// come in bursts; a quarter more was measured on the shop, so half as many again either way is not known.
std::vector<Nearby> nearby(const Occasion &occasion)
{
    std::vector<Nearby> all = {{0.95, 1}, {1.05, 1}};
    const auto isNarrow = [](const auto &fault) { return fault.kind == FaultKind::LinkBandwidth; };
    if (std::ranges::any_of(occasion.faults, isNarrow))
        all.insert(all.end(), {{1, 1 / 1.5}, {1, 1.5}});
    return all;
}

model::analysis::BlastRadius radiusOf(const Shape &shape, const Occasion &occasion, const Nearby &truth)
{
    model::analysis::Situation situation;
    situation.system = shape.system;
    situation.packaging = shape.packaging;
    situation.policies = shape.policies;
    situation.faults = occasion.faults;
    situation.load.shoppersPerSecond = truth.load * shape.shoppersPerSecond;
    situation.comeInAgain = truth.comeInAgain;
    situation.load.before = occasion.before;
    situation.load.guarded = occasion.guarded;
    situation.moment = occasion.moment;
    situation.window = occasion.window;
    return model::analysis::blastRadius(situation);
}

Predictions predict(const Shape &shape, const Occasion &occasion)
{
    const auto radius = radiusOf(shape, occasion, {});
    Predictions predictions;
    for (auto each = radius.journeys.begin(); each != radius.journeys.end(); ++each)
        predictions.insert(each.key(), {each->state, each->why, each->after});
    for (const Nearby &truth : nearby(occasion)) {
        const auto other = radiusOf(shape, occasion, truth);
        for (auto each = predictions.begin(); each != predictions.end(); ++each)
            each->isOnTheEdge = each->isOnTheEdge || other.journeys.value(each.key()).state != each->state;
    }
    return predictions;
}

} // namespace

Predictor blastPredictor()
{
    return predict;
}

} // namespace services::verification
