// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"

#include <model/packaging/packaging.h>

namespace app::graph {

// One step of a request that is followed: who asks or tells whom. Nobody: the customers.
struct FollowedStep
{
    std::optional<model::system::CapabilityId> from;
    std::optional<model::system::CapabilityId> to;
    bool isTrouble = false; // it failed
    QString words;
    std::optional<model::system::TopicId> topic = {}; // over which a message goes; else somebody is asked

    bool operator==(const FollowedStep &) const = default;
};

// Where in a picture a step takes place, in the layout's pixels. A value.
class FollowRoute
{
public:
    FollowRoute() = default;
    FollowRoute(const GraphScene &scene,
                const model::packaging::Packaging &packaging,
                const FollowedStep &step);

    bool isEmpty() const { return m_ends.empty(); }
    // From who asks to who is asked: along the line of the call, backwards along it for an answer, and
    // straight within a unit. A message goes through its topic where that is drawn.
    const QPainterPath &way() const { return m_way; }
    // The boxes of both and of the topic between them, who is asked last; those that are the same once.
    const std::vector<QRectF> &ends() const { return m_ends; }

private:
    Target targetOf(const std::optional<model::system::CapabilityId> &who,
                    const model::packaging::Packaging &packaging) const;
    QPainterPath m_way;
    std::vector<QRectF> m_ends;
};

} // namespace app::graph
