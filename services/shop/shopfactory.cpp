// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shopfactory.h"

#include "accounts/accounts.h"
#include "accounts/schema.h"
#include "cart/cart.h"
#include "cart/schema.h"
#include "catalogue/catalogue.h"
#include "catalogue/schema.h"
#include "inventory/inventory.h"
#include "inventory/schema.h"
#include "notifications/notifications.h"
#include "notifications/schema.h"
#include "orders/orders.h"
#include "orders/schema.h"
#include "payments/payments.h"
#include "payments/schema.h"
#include "recommendations/recommendations.h"
#include "recommendations/schema.h"
#include "search/schema.h"
#include "search/search.h"
#include "shipping/schema.h"
#include "shipping/shipping.h"
#include "storefront/storefront.h"

#include <algorithm>
#include <array>

namespace services::shop {

namespace {

using assembly::ComponentContext;

template<typename T>
std::unique_ptr<contract::Component> makeComponent(ComponentContext context)
{
    return std::make_unique<T>(std::move(context));
}

std::vector<storage::Migration> noMigrations()
{
    return {};
}

storage::Result<void> noData(storage::Database &)
{
    return {};
}

struct Part
{
    QStringView capability;
    std::unique_ptr<contract::Component> (*make)(ComponentContext);
    std::vector<storage::Migration> (*migrations)();
    storage::Result<void> (*seed)(storage::Database &);
};

constexpr std::array<Part, 11> parts = {{
    {u"storefront", makeComponent<storefront::Storefront>, noMigrations, noData},
    {u"accounts", makeComponent<accounts::Accounts>, accounts::migrations, accounts::seed},
    {u"catalogue", makeComponent<catalogue::Catalogue>, catalogue::migrations, catalogue::seed},
    {u"search", makeComponent<search::Search>, search::migrations, search::seed},
    {u"recommendations", makeComponent<recommendations::Recommendations>, recommendations::migrations,
     recommendations::seed},
    {u"cart", makeComponent<cart::Cart>, cart::migrations, cart::seed},
    {u"orders", makeComponent<orders::Orders>, orders::migrations, noData},
    {u"payments", makeComponent<payments::Payments>, payments::migrations, noData},
    {u"inventory", makeComponent<inventory::Inventory>, inventory::migrations, inventory::seed},
    {u"shipping", makeComponent<shipping::Shipping>, shipping::migrations, noData},
    {u"notifications", makeComponent<notifications::Notifications>, notifications::migrations, noData},
}};

const Part *find(const model::system::CapabilityId &capability)
{
    const auto found = std::ranges::find(parts, QStringView(capability.value), &Part::capability);
    return found == parts.end() ? nullptr : &*found;
}

} // namespace

std::unique_ptr<contract::Component> ShopFactory::make(const model::system::CapabilityId &capability,
                                                       ComponentContext context) const
{
    const auto *part = find(capability);
    return part != nullptr ? part->make(std::move(context)) : nullptr;
}

std::vector<storage::Migration> ShopFactory::migrations(const model::system::CapabilityId &capability) const
{
    const auto *part = find(capability);
    return part != nullptr ? part->migrations() : std::vector<storage::Migration>();
}

storage::Result<void> ShopFactory::seed(const model::system::CapabilityId &capability,
                                        storage::Database &database) const
{
    const auto *part = find(capability);
    return part != nullptr ? part->seed(database) : storage::Result<void>();
}

} // namespace services::shop
