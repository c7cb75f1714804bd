// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commitobserver.h"
#include "database.h"
#include "statement.h"

#include <QHash>

#include <chrono>
#include <unordered_map>

namespace services::storage {

// SQLite's handle, the statements prepared on it, and whether it may still be used. Owned by its Database.
class Database::Connection
{
public:
    Connection(QString file, const std::atomic<bool> *revoked, std::shared_ptr<const Disk> disk, Toll &toll);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Result<void> open();
    // Runs one statement to its end. `each` may be empty, and may itself run statements.
    Result<void> run(const QString &sql, const Values &values, const std::function<void(const Row &)> &each);
    Result<void> runScript(const QString &sql);
    void rollback();
    void revoke();
    void observe(CommitObserver *observer) { m_observer = observer; }

    int changesSince(int totalBefore) const;
    int totalChanges() const;
    std::int64_t lastInsertId() const;
    bool isInTransaction() const;
    const QString &file() const { return m_file; }

private:
    // What the disk has to say before each access; opens the file anew when it was renewed.
    Result<void> admit();
    Result<void> meetTrouble(Disk::State state);
    void close();
    Result<void> configure();
    Result<void> enterWal();
    Result<void>
    play(Statement &statement, const Values &values, const std::function<void(const Row &)> &each);
    Result<std::unique_ptr<Statement>> take(const QString &sql);
    void giveBack(const QString &sql, std::unique_ptr<Statement> statement);
    Error failed(int code);
    bool isRevoked() const { return m_revoked || (m_revokedOutside != nullptr && *m_revokedOutside); }
    Error revoked() const;
    Error misused(const QString &sql, const QString &why) const;
    static int isRevokedNow(void *connection);
    static int isToRollBack(void *connection);
    static int waitForLock(void *connection, int attempts);
    bool waitABit(int attempts);

    QString m_file;
    sqlite3 *m_handle = nullptr;
    const std::atomic<bool> *m_revokedOutside; // may be null
    bool m_revoked = false;
    CommitObserver *m_observer = nullptr;
    bool m_isCommitting = false; // the observer was asked
    std::shared_ptr<const Disk> m_disk; // may be null
    Disk::State m_calm; // what the disk's state is while all is well with the open file
    Toll &m_toll;
    int m_playing = 0; // statements that have begun and not ended
    std::chrono::steady_clock::time_point m_waitingSince;
    // The place of a statement that runs is empty, so that a nested use of the same text prepares its own.
    std::unordered_map<QString, std::unique_ptr<Statement>> m_prepared;
};

} // namespace services::storage
