// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"
#include "threats.h"

#include <optional>
#include <set>

namespace app::graph {

// What the lines of a picture, what stands on them, the marks of instances and the rings around what a fault
// would hurt can mean: what a legend explains, in its order.
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
    Down,
    WouldDegrade, // something, as is predicted
    WouldFail
};

QString meaningOf(Sign sign); // "optional call"

// Those which occur in what is shown of the picture, whatever somebody thinks of doing to it.
std::set<Sign> signsIn(const GraphScene &scene, const Vitality &vitality);

// A sign by itself, for whoever draws pictures: a line through the middle of the box with what stands on it,
// the mark of an instance, or what is threatened.
struct LoneSign
{
    GraphScene scene;
    Vitality vitality;
    std::optional<Health> instance = {};
    Threat threat = Threat::None; // to something that need be drawn with it
};
LoneSign loneSign(Sign sign, const QRectF &box);

} // namespace app::graph
