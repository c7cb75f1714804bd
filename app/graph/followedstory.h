// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "followroute.h"

namespace app::graph {

// One request's story as it went in one shape.
struct FollowedShape
{
    QString title;
    QString summary;
    GraphScene scene;
    model::packaging::Packaging packaging;
    std::vector<FollowedStep> steps; // by moment of the story
};

// One request's story in all shapes that tell it, moment by moment. A value.
struct FollowedStory
{
    QString title;
    std::vector<FollowedShape> shapes;

    size_t moments() const { return shapes.empty() ? 0 : shapes.front().steps.size(); }
};

} // namespace app::graph
