// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "components.h"

#include <services/shop/shopfactory.h>
#include <services/synthetic/syntheticfactory.h>

namespace services::platform {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

Result<std::shared_ptr<const assembly::ComponentFactory>> componentsOf(const model::system::System &system)
{
    if (system.components == u"shop")
        return std::make_shared<const shop::ShopFactory>();
    if (system.components == u"synthetic")
        return std::make_shared<const synthetic::SyntheticFactory>(system);
    return failure(
        Kind::InvalidInput,
        u"The system \"%1\" asks for the components \"%2\", which this program does not have. Write \"shop\" or \"synthetic\"."_s
            .arg(system.title, system.components),
        u"/components"_s);
}

} // namespace services::platform
