// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/assembly/componentfactory.h>

namespace services::capacity {

// The smallest system on which hops can be told apart: a door which answers by itself ("GET /door"), asks
// somebody in its own unit ("GET /near") or somebody in another unit ("GET /far"). Nobody does any work.
model::system::System echoSystem();
model::packaging::Packaging echoPackaging();

// Its code. Any thread.
class EchoFactory final : public assembly::ComponentFactory
{
public:
    std::unique_ptr<contract::Component> make(const model::system::CapabilityId &capability,
                                              assembly::ComponentContext context) const override;
    std::vector<storage::Migration> migrations(const model::system::CapabilityId &) const override;
    storage::Result<void> seed(const model::system::CapabilityId &, storage::Database &) const override;
};

} // namespace services::capacity
