// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "syntheticfactory.h"

#include "ability.h"
#include "rows.h"

namespace services::synthetic {

SyntheticFactory::SyntheticFactory(model::system::System system)
    : m_system(std::move(system))
{
}

std::unique_ptr<contract::Component> SyntheticFactory::make(const model::system::CapabilityId &capability,
                                                            assembly::ComponentContext context) const
{
    const auto *declared = m_system.capability(capability);
    return declared == nullptr
        ? nullptr
        : std::make_unique<Ability>(*declared, m_system.sessionLifetime, std::move(context));
}

std::vector<storage::Migration>
SyntheticFactory::migrations(const model::system::CapabilityId &capability) const
{
    const auto *declared = m_system.capability(capability);
    const bool isStored = declared != nullptr && !declared->owns.empty();
    return isStored ? Rows::migrations(capability) : std::vector<storage::Migration>();
}

storage::Result<void> SyntheticFactory::seed(const model::system::CapabilityId &, storage::Database &) const
{
    return {};
}

} // namespace services::synthetic
