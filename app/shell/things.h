// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/system.h>

#include <QString>

#include <vector>

namespace app::shell {

// Something of a system that can be looked for: a service or module, an endpoint, a journey, a topic, or what
// is in a database. All fleets show it somewhere. A value.
struct Thing
{
    enum class Kind
    {
        Capability,
        Endpoint,
        Store,
        Topic,
        Journey
    };
    Kind kind = Kind::Capability;
    QString words; // "Catalogue", "GET /products/{id}", "order.placed", "products", "Check out"
    QString context; // "service of team Discovery", "endpoint of Catalogue"
    // Which it is or belongs to; of a topic: who publishes and consumes it; of a journey: who serves it.
    std::vector<model::system::CapabilityId> capabilities = {};
    model::system::TopicId topic = {};
    model::system::JourneyId journey = {};
};

std::vector<Thing> thingsOf(const model::system::System &system);

} // namespace app::shell
