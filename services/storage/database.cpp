// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "database.h"

#include "connection.h"
#include "migrator.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace services::storage {

Database::Database() = default;
Database::~Database() = default;

Result<std::unique_ptr<Database>>
Database::open(const QString &file, const std::atomic<bool> *revoked, std::shared_ptr<const Disk> disk)
{
    std::unique_ptr<Database> database(new Database);
    // An absolute path also keeps SQLite from taking a name like "file:x" for a URI.
    database->m_connection = std::make_unique<Connection>(QFileInfo(file).absoluteFilePath(), revoked,
                                                          std::move(disk), database->m_toll);
    if (const auto opened = database->m_connection->open(); !opened)
        return failure(opened.error());
    return database;
}

Result<void> Database::migrate(const std::vector<Migration> &migrations)
{
    return Migrator(*this).apply(migrations);
}

Result<int> Database::execute(const QString &sql, const Values &values)
{
    const int before = m_connection->totalChanges();
    if (const auto done = m_connection->run(sql, values, {}); !done)
        return failure(done.error());
    return m_connection->changesSince(before);
}

Result<void>
Database::query(const QString &sql, const Values &values, const std::function<void(const Row &)> &each)
{
    return m_connection->run(sql, values, each);
}

Result<void> Database::executeScript(const QString &sql)
{
    return m_connection->runScript(sql);
}

std::int64_t Database::lastInsertId() const
{
    return m_connection->lastInsertId();
}

void Database::revoke()
{
    m_connection->revoke();
}

Result<void> Database::copyTo(const QString &file)
{
    return m_connection->run(u"VACUUM INTO ?"_s, {QFileInfo(file).absoluteFilePath()}, {});
}

QString Database::file() const
{
    return m_connection->file();
}

// Immediate: a transaction that reads first and writes later could otherwise fail half way, when another
// instance has written in between.
Result<void> Database::begin()
{
    return m_connection->run(u"BEGIN IMMEDIATE"_s, {}, {});
}

Result<void> Database::commit()
{
    if (const auto committed = m_connection->run(u"COMMIT"_s, {}, {}); !committed)
        return committed;
    for (const auto &action : std::exchange(m_onceCommitted, {}))
        action();
    return {};
}

void Database::rollback()
{
    m_onceCommitted.clear();
    m_connection->rollback();
}

void Database::onceCommitted(std::function<void()> action)
{
    if (m_connection->isInTransaction())
        m_onceCommitted.push_back(std::move(action));
    else
        action();
}

void Database::observe(CommitObserver *observer)
{
    m_connection->observe(observer);
}

} // namespace services::storage
