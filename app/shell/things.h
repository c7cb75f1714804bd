// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QString>

#include <vector>

namespace app::shell {

// Something of a system that can be looked for: a service or module, an endpoint, a topic, a database or what
// is in it. All fleets show it somewhere. A value.
struct Thing
{
    enum class Kind
    {
        Capability,
        Endpoint,
        Topic,
        Store
    };
    Kind kind = Kind::Capability;
    QString words; // "Catalogue", "GET /products/{id}", "order.confirmed", "products"
    QString context; // "service of team Discovery", "endpoint of Catalogue"
    model::system::CapabilityId capability = {}; // which it is or belongs to; none: a topic
    model::system::TopicId topic = {};
};

std::vector<Thing> thingsOf(const model::system::System &system);

} // namespace app::shell
