// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/assembly/componentfactory.h>

namespace services::shop {

// Makes the shop's eleven capabilities: the one place which knows them all. Any thread.
class ShopFactory final : public assembly::ComponentFactory
{
public:
    // Null for a capability which the shop does not have.
    std::unique_ptr<contract::Component> make(const model::system::CapabilityId &capability,
                                              assembly::ComponentContext context) const override;
    std::vector<storage::Migration> migrations(const model::system::CapabilityId &capability) const override;
    storage::Result<void> seed(const model::system::CapabilityId &capability,
                               storage::Database &database) const override;
};

} // namespace services::shop
