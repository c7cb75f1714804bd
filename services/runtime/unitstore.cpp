// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unitstore.h"

#include <services/storage/outbox.h>

namespace services::runtime {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;
using storage::Database;
using storage::StoreTemplates;

namespace {

std::vector<storage::Migration> migrationsOf(const InstancePlan &plan)
{
    auto migrations = storage::Outbox::migrations();
    const auto append = [&](const std::vector<storage::Migration> &more) {
        migrations.insert(migrations.end(), more.begin(), more.end());
    };
    append(storage::Inbox::migrations());
    for (const auto &capability : plan.unit.capabilities)
        append(plan.fleet->factory->migrations(capability));
    return migrations;
}

Result<void> fill(const InstancePlan &plan, Database &database, const EndOrder &order)
{
    for (const auto &capability : plan.unit.capabilities) {
        if (order.unwanted)
            return failure(Kind::Cancelled, u"The instance is not wanted any more"_s);
        if (auto seeded = plan.fleet->factory->seed(capability, database); !seeded)
            return seeded;
    }
    return {};
}

QByteArray contentsOf(const InstancePlan &plan)
{
    QByteArray contents = FAULTLINE_VERSION " " + plan.fleet->plan.system.components.toUtf8();
    for (const auto &capability : plan.unit.capabilities)
        contents += ' ' + capability.value.toUtf8();
    return contents;
}

} // namespace

Result<std::unique_ptr<Database>> openUnitStore(const InstancePlan &plan, const EndOrder &order)
{
    StoreTemplates::Recipe recipe;
    recipe.migrations = migrationsOf(plan);
    recipe.contents = contentsOf(plan);
    recipe.fill = [&](Database &database) { return fill(plan, database, order); };
    if (const auto provided = plan.fleet->templates->provide(plan.storeFile(), recipe); !provided)
        return failure(provided.error());

    auto database
        = Database::open(plan.storeFile(), &order.crashed, plan.fleet->stores.at(plan.unit.id)->disk());
    if (!database)
        return database;
    if (const auto migrated = (*database)->migrate(recipe.migrations); !migrated)
        return failure(migrated.error());
    return database;
}

} // namespace services::runtime
