// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

#include <QTemporaryDir>

#include <memory>

namespace tests::support {

// A migrated database in a folder of its own, which is removed with it. A failure to make it ends the test
// program: there is nothing to test then.
class TemporaryDatabase
{
public:
    // Applies the outbox's and the inbox's schema, then these.
    explicit TemporaryDatabase(const std::vector<services::storage::Migration> &migrations = {});

    services::storage::Database &database() { return *m_database; }
    QString file() const { return m_folder.filePath(QStringLiteral("test.db")); }
    // As after a crash: what was not committed is gone, what was is there.
    void reopen();

private:
    void open();

    QTemporaryDir m_folder;
    std::vector<services::storage::Migration> m_migrations;
    std::unique_ptr<services::storage::Database> m_database;
};

} // namespace tests::support
