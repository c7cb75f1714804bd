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
    // From who asks to who is asked: along the line of the call, backwards along it for an answer, through
    // their topic for a message, and straight within a unit.
    const QPainterPath &way() const { return m_way; }
    // The boxes of both, the second one last; those that are the same once.
    const std::vector<QRectF> &ends() const { return m_ends; }

private:
    Target targetOf(const std::optional<model::system::CapabilityId> &who,
                    const model::packaging::Packaging &packaging) const;
    static QPainterPath between(const GraphScene &scene, const NodeId &from, const NodeId &to);

    QPainterPath m_way;
    std::vector<QRectF> m_ends;
};

} // namespace app::graph
