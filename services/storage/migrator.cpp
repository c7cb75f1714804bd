// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "migrator.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace services::storage {

namespace {

QByteArray digestOf(const Migration &migration)
{
    return QCryptographicHash::hash(migration.sql.toUtf8(), QCryptographicHash::Sha256).toHex();
}

// Each owner's steps must be 1, 2, 3 ... in the order given.
Result<std::map<QString, int>> latestNumbers(const std::vector<Migration> &migrations)
{
    std::map<QString, int> latest;
    for (const Migration &migration : migrations) {
        const int expected = latest[migration.owner] + 1;
        if (migration.number != expected)
            return failure(Kind::Internal,
                           u"The schema steps of %1 have a gap: step %2 is given where %3 is expected"_s
                               .arg(migration.owner)
                               .arg(migration.number)
                               .arg(expected),
                           migration.owner);
        latest[migration.owner] = expected;
    }
    return latest;
}

} // namespace

Migrator::Migrator(Database &database)
    : m_database(database)
{
}

Result<void> Migrator::apply(const std::vector<Migration> &migrations)
{
    const auto done = applied();
    if (!done)
        return failure(done.error());
    if (auto checked = check(migrations, *done); !checked)
        return checked;
    for (const Migration &migration : migrations) {
        if (done->contains({migration.owner, migration.number}))
            continue;
        if (auto stepped = m_database.transaction([&] { return applyOne(migration); }); !stepped)
            return stepped;
    }
    return {};
}

Result<Migrator::Applied> Migrator::applied()
{
    // Looks before it creates: instances that find everything in place take no write lock.
    bool isKept = false;
    auto looked = m_database.query(u"SELECT 1 FROM sqlite_schema WHERE name = 'faultline_migration'"_s, {},
                                   [&isKept](const Row &) { isKept = true; });
    if (looked && !isKept)
        looked = m_database.executeScript(
            u"CREATE TABLE IF NOT EXISTS faultline_migration (owner TEXT NOT NULL, number INTEGER NOT NULL,"
            " digest BLOB NOT NULL, PRIMARY KEY (owner, number)) WITHOUT ROWID"_s);
    Applied done;
    if (looked)
        looked = m_database.query(u"SELECT owner, number, digest FROM faultline_migration"_s, {},
                                  [&done](const Row &row) {
                                      done[{row.text(0), row.integer(1)}] = row.bytes(2);
                                  });
    if (!looked)
        return failure(looked.error());
    return done;
}

Result<void> Migrator::check(const std::vector<Migration> &migrations, const Applied &done) const
{
    const auto latest = latestNumbers(migrations);
    if (!latest)
        return failure(latest.error());
    for (const auto &[step, digest] : done) {
        const auto known = latest->find(step.first);
        if (known != latest->end() && step.second > known->second)
            return failure(conflict(u"its %1 schema is at step %2 and this program knows %3"_s.arg(step.first)
                                        .arg(step.second)
                                        .arg(known->second)));
    }
    for (const Migration &migration : migrations) {
        const auto step = done.find({migration.owner, migration.number});
        if (step != done.end() && step->second != digestOf(migration))
            return failure(
                conflict(u"step %2 of its %1 schema is not the one this program knows"_s.arg(migration.owner)
                             .arg(migration.number)));
    }
    return {};
}

Result<void> Migrator::applyOne(const Migration &migration)
{
    // Another instance may have been faster while this one waited for the lock: the first one's row decides.
    const auto first = m_database.execute(
        u"INSERT OR IGNORE INTO faultline_migration (owner, number, digest) VALUES (?, ?, ?)"_s,
        {migration.owner, std::int64_t{migration.number}, digestOf(migration)});
    if (!first)
        return failure(first.error());
    if (*first == 0)
        return {};
    return m_database.executeScript(migration.sql);
}

Error Migrator::conflict(const QString &why) const
{
    return {
        Kind::Conflict,
        u"%1 was written by another version of this program (%2): use that version, or delete the file to "
        "start afresh"_s.arg(m_database.file(), why),
        m_database.file()};
}

} // namespace services::storage
