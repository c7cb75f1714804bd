// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "safeguardboard.h"

#include <services/contract/component.h>
#include <services/storage/database.h>
#include <services/storage/outbox.h>
#include <services/waiting/timers.h>
#include <services/waiting/waitscope.h>

#include <memory>

namespace services::assembly {

// What an instance lends to a component. All of it outlives the component and belongs to its thread.
struct ComponentContext
{
    contract::Caller &calls; // for this component alone: knows who asks
    storage::Database &database; // shared with the other capabilities of the same unit
    storage::EventSink &outbox;
    storage::EventMemory &inbox;
    const contract::Clock &clock;
    waiting::WaitScope &scope;
    waiting::Timers &timers;
    QByteArray sessionKey; // signs and verifies session tokens; the same in every instance of a fleet
    // Which of the patterns are on that keep data right; never null.
    std::shared_ptr<const SafeguardBoard> safeguards = std::make_shared<const SafeguardBoard>();
};

// Makes the business code of a system's capabilities. The runtime knows nothing else about it. Any thread.
class ComponentFactory
{
public:
    virtual ~ComponentFactory() = default;
    virtual std::unique_ptr<contract::Component> make(const model::system::CapabilityId &capability,
                                                      ComponentContext context) const = 0;
    // The schema of one capability; none when it owns nothing.
    virtual std::vector<storage::Migration>
    migrations(const model::system::CapabilityId &capability) const = 0;
    // Fills a fresh, migrated database with the capability's first data, deterministically.
    virtual storage::Result<void> seed(const model::system::CapabilityId &capability,
                                       storage::Database &database) const = 0;
};

} // namespace services::assembly
