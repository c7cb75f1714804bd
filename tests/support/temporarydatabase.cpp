// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "temporarydatabase.h"

#include <services/storage/outbox.h>

namespace tests::support {

using services::storage::Database;
using services::storage::Inbox;
using services::storage::Migration;
using services::storage::Outbox;

TemporaryDatabase::TemporaryDatabase(const std::vector<Migration> &migrations)
    : m_migrations(Outbox::migrations())
{
    const auto inbox = Inbox::migrations();
    m_migrations.insert(m_migrations.end(), inbox.begin(), inbox.end());
    m_migrations.insert(m_migrations.end(), migrations.begin(), migrations.end());
    open();
}

void TemporaryDatabase::reopen()
{
    m_database.reset();
    open();
}

void TemporaryDatabase::open()
{
    auto opened = Database::open(file());
    if (!opened)
        qFatal("%s", qUtf8Printable(opened.error().message));
    m_database = std::move(*opened);
    if (const auto migrated = m_database->migrate(m_migrations); !migrated)
        qFatal("%s", qUtf8Printable(migrated.error().message));
}

} // namespace tests::support
