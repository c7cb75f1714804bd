// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "connection.h"

#include "sqlitefailure.h"

#include <sqlite3.h>

#include <algorithm>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services::storage {

namespace {

constexpr auto patience = 300ms; // with a lock that others hold; the event loop stands still meanwhile
constexpr int stepsBetweenLooks = 10'000; // of SQLite's machine, about a millisecond
constexpr std::size_t preparedLimit = 256;

} // namespace

Database::Connection::Connection(QString file,
                                 const std::atomic<bool> *revoked,
                                 std::shared_ptr<const Disk> disk,
                                 Toll &toll)
    : m_file(std::move(file))
    , m_revokedOutside(revoked)
    , m_disk(std::move(disk))
    , m_toll(toll)
{
}

Database::Connection::~Connection()
{
    close();
}

void Database::Connection::close()
{
    m_prepared.clear();
    sqlite3_close_v2(std::exchange(m_handle, nullptr));
}

Result<void> Database::Connection::open()
{
    if (m_disk)
        m_calm = m_disk->state().withoutTroubles();
    // One thread per connection, so SQLite's own locks around it are left out.
    constexpr int flags
        = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const char *way = m_disk ? m_disk->name() : nullptr;
    const int code = sqlite3_open_v2(m_file.toUtf8().constData(), &m_handle, flags, way);
    if (code != SQLITE_OK)
        return failure(failed(code));
    if (sqlite3_db_readonly(m_handle, "main") == 1) // SQLite opens what it may only read, without a word
        return failure(describeFailure(nullptr, SQLITE_READONLY, m_file));
    sqlite3_busy_handler(m_handle, &Connection::waitForLock, this);
    // Between the look at isRevoked() and the end of a commit the thread may be put to sleep for long.
    sqlite3_commit_hook(m_handle, &Connection::isToRollBack, this);
    sqlite3_progress_handler(m_handle, stepsBetweenLooks, &Connection::isRevokedNow, this);
    return configure();
}

Result<void> Database::Connection::configure()
{
    if (auto entered = enterWal(); !entered)
        return entered;
    return runScript(u"PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
                     "PRAGMA journal_size_limit = 4194304;"_s);
}

// Changing the journal mode needs the file for itself for a moment, and SQLite does not always wait for it.
Result<void> Database::Connection::enterWal()
{
    for (int attempts = 0;; ++attempts) {
        QString mode;
        auto changed
            = run(u"PRAGMA journal_mode = WAL"_s, {}, [&mode](const Row &row) { mode = row.text(0); });
        if (changed && mode != u"wal")
            return failure(Kind::Internal, u"%1: the file system does not support SQLite's WAL"_s.arg(m_file),
                           m_file);
        if (changed || changed.error().kind != Kind::Overloaded || !waitABit(attempts))
            return changed;
    }
}

Result<void> Database::Connection::admit()
{
    if (isRevoked())
        return failure(revoked());
    if (!m_disk)
        return {};
    const auto state = m_disk->state();
    return state == m_calm && m_handle != nullptr ? Result<void>() : meetTrouble(state);
}

// In the middle of something the old file stays, and fails.
Result<void> Database::Connection::meetTrouble(Disk::State state)
{
    const bool isBeginning = m_playing == 0 && !isInTransaction();
    if (isBeginning && state.has(Disk::Slow))
        m_toll.add(Disk::Slow, m_disk->delay());
    if (!isBeginning || (m_handle != nullptr && state.isOfGenerationOf(m_calm)))
        return {};
    close();
    auto opened = open();
    if (!opened)
        close();
    return opened;
}

Result<void> Database::Connection::run(const QString &sql,
                                       const Values &values,
                                       const std::function<void(const Row &)> &each)
{
    if (const auto admitted = admit(); !admitted)
        return admitted;
    auto taken = take(sql);
    if (!taken)
        return failure(taken.error());
    auto &statement = *taken;
    if (statement->parameters() != values.size()) {
        const auto why = u"%1 parameters, but %2 values"_s.arg(statement->parameters()).arg(values.size());
        return failure(misused(sql, why));
    }
    const auto outcome = play(*statement, values, each);
    statement->rewind();
    giveBack(sql, std::move(statement));
    return outcome;
}

Result<void> Database::Connection::play(Statement &statement,
                                        const Values &values,
                                        const std::function<void(const Row &)> &each)
{
    ++m_playing;
    int code = statement.bind(values);
    if (code == SQLITE_OK)
        code = statement.step();
    for (; code == SQLITE_ROW; code = statement.step()) {
        if (each)
            each(statement);
    }
    --m_playing;
    if (std::exchange(m_isCommitting, false))
        m_observer->ended(code == SQLITE_DONE);
    if (code != SQLITE_DONE)
        return failure(failed(code));
    return {};
}

int Database::Connection::isToRollBack(void *connection)
{
    auto &self = *static_cast<Connection *>(connection);
    if (self.isRevoked())
        return 1;
    self.m_isCommitting = self.m_observer != nullptr;
    return self.m_isCommitting && !self.m_observer->mayCommit() ? 1 : 0;
}

Result<void> Database::Connection::runScript(const QString &sql)
{
    if (const auto admitted = admit(); !admitted)
        return admitted;
    const QByteArray utf8 = sql.toUtf8();
    QByteArrayView rest(utf8);
    while (!rest.isEmpty()) {
        Statement statement;
        if (const int code = statement.prepare(m_handle, rest); code != SQLITE_OK)
            return failure(failed(code));
        if (statement.isEmpty())
            continue;
        if (auto played = play(statement, {}, {}); !played)
            return played;
    }
    return {};
}

Result<std::unique_ptr<Statement>> Database::Connection::take(const QString &sql)
{
    if (const auto prepared = m_prepared.find(sql); prepared != m_prepared.end() && prepared->second)
        return std::move(prepared->second);
    auto statement = std::make_unique<Statement>();
    const QByteArray utf8 = sql.toUtf8();
    QByteArrayView rest(utf8);
    if (const int code = statement->prepare(m_handle, rest); code != SQLITE_OK)
        return failure(failed(code));
    if (statement->isEmpty() || !rest.trimmed().isEmpty())
        return failure(misused(sql, u"exactly one statement is expected"_s));
    return statement;
}

void Database::Connection::giveBack(const QString &sql, std::unique_ptr<Statement> statement)
{
    if (m_prepared.size() >= preparedLimit) // somebody makes SQL text up: let it not grow for ever
        m_prepared.clear();
    m_prepared.insert_or_assign(sql, std::move(statement));
}

void Database::Connection::rollback()
{
    // Also after revoke(), and when SQLite has already rolled back on its own (a full disk).
    if (isInTransaction())
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Database::Connection::revoke()
{
    m_revoked = true;
    if (m_handle == nullptr)
        return;
    // Who has crashed does not tidy up either: the log stays for the next one to recover.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

int Database::Connection::changesSince(int totalBefore) const
{
    // sqlite3_changes() alone would repeat the count of an earlier statement after a CREATE or a SELECT.
    return totalChanges() == totalBefore ? 0 : sqlite3_changes(m_handle);
}

int Database::Connection::totalChanges() const
{
    return m_handle != nullptr ? sqlite3_total_changes(m_handle) : 0;
}

std::int64_t Database::Connection::lastInsertId() const
{
    return m_handle != nullptr ? sqlite3_last_insert_rowid(m_handle) : 0;
}

bool Database::Connection::isInTransaction() const
{
    return m_handle != nullptr && sqlite3_get_autocommit(m_handle) == 0;
}

Error Database::Connection::failed(int code)
{
    if (isRevoked())
        return revoked();
    auto error = describeFailure(m_handle, code, m_file); // first: it looks at what is told only once
    const auto trouble = troubleOf(code);
    if (m_disk && m_disk->state().has(trouble))
        m_toll.add(trouble);
    return error;
}

Error Database::Connection::misused(const QString &sql, const QString &why) const
{
    return {Kind::Internal, u"%1: %2: %3"_s.arg(m_file, why, sql), m_file};
}

Error Database::Connection::revoked() const
{
    return {Kind::Cancelled, u"The instance has stopped"_s, m_file};
}

int Database::Connection::isRevokedNow(void *connection)
{
    return static_cast<Connection *>(connection)->isRevoked() ? 1 : 0;
}

int Database::Connection::waitForLock(void *connection, int attempts)
{
    return static_cast<Connection *>(connection)->waitABit(attempts) ? 1 : 0;
}

// SQLite's own busy timeout sleeps for milliseconds; our transactions last microseconds.
bool Database::Connection::waitABit(int attempts)
{
    if (isRevoked())
        return false;
    if (m_disk && m_disk->state().has(Disk::Locked)) {
        m_toll.add(Disk::Locked, patience);
        return false;
    }
    const auto now = std::chrono::steady_clock::now();
    if (attempts == 0)
        m_waitingSince = now;
    if (now - m_waitingSince > patience)
        return false;
    std::this_thread::sleep_for(
        std::min<std::chrono::microseconds>(50us * (1 << std::min(attempts, 7)), 5ms));
    return true;
}

} // namespace services::storage
