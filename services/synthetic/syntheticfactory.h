// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/system.h>
#include <services/assembly/componentfactory.h>

namespace services::synthetic {

// Plays each capability of a system as its file says, by Ability: for systems which somebody wrote or drew by
// lot, without code of their own. Immutable; any thread.
class SyntheticFactory final : public assembly::ComponentFactory
{
public:
    explicit SyntheticFactory(model::system::System system);

    std::unique_ptr<contract::Component> make(const model::system::CapabilityId &capability,
                                              assembly::ComponentContext context) const override;
    std::vector<storage::Migration> migrations(const model::system::CapabilityId &capability) const override;
    // Nothing: there is no first data.
    storage::Result<void> seed(const model::system::CapabilityId &capability,
                               storage::Database &database) const override;

private:
    model::system::System m_system;
};

} // namespace services::synthetic
