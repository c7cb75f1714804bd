// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"

#include <optional>
#include <set>

namespace app::graph {

// What the lines of a picture, what stands on them and the marks of instances can mean: what a legend
// explains, in its order.
enum class Sign
{
    Call,
    OptionalCall,
    Messages,
    Queue, // messages wait there
    Storage,
    SomeFail,
    Broken,
    Slow,
    Cut,
    BreakerOpen,
    BreakerTries,
    Up,
    OnItsWay,
    Down
};

QString meaningOf(Sign sign); // "optional call"

// Those which occur in what is shown of the picture.
std::set<Sign> signsIn(const GraphScene &scene, const Vitality &vitality);

// A sign by itself, for whoever draws pictures: a line through the middle of the box with what stands on it,
// or the mark of an instance.
struct LoneSign
{
    GraphScene scene;
    Vitality vitality;
    std::optional<Health> instance = {};
};
LoneSign loneSign(Sign sign, const QRectF &box);

} // namespace app::graph
