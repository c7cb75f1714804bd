// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

#include <map>
#include <utility>

namespace services::storage {

// Brings a database's schema up to date and keeps the books on it (table faultline_migration: which step of
// which owner, with a digest of what it was). Lives for one call of Database::migrate.
class Migrator
{
public:
    explicit Migrator(Database &database);
    Result<void> apply(const std::vector<Migration> &migrations);

private:
    using Step = std::pair<QString, std::int64_t>; // owner and number
    using Applied = std::map<Step, QByteArray>; // with the digest of its SQL

    Result<Applied> applied();
    Result<void> check(const std::vector<Migration> &migrations, const Applied &done) const;
    Result<void> applyOne(const Migration &migration);
    Error conflict(const QString &why) const;

    Database &m_database;
};

} // namespace services::storage
