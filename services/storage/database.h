// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "disk.h"
#include "migration.h"
#include "toll.h"

#include <model/result/result.h>

#include <QByteArray>
#include <QString>

#include <atomic>
#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace services::storage {

class CommitObserver;

using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

// A bound parameter.
using Value = std::variant<std::nullptr_t, std::int64_t, double, QString, QByteArray>;
using Values = std::vector<Value>;

// The columns of the row at hand, by position; valid only inside the row's callback.
class Row
{
public:
    virtual ~Row() = default;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;
    virtual bool isNull(int column) const = 0;
};

// One connection to one SQLite file (WAL, synchronous=NORMAL, foreign keys on), with a cache of prepared
// statements. Thread-bound: made, used and destroyed in one thread; several instances of a unit each open
// their own connection to the unit's file. Every operation is short and synchronous. Errors carry the kinds
// Conflict (constraint, or a schema from the future), Full, ReadOnly, Corrupt, Overloaded (locked for
// more than 300 ms), Unavailable (the disk does not answer), NotFound (no such folder), Cancelled (revoked)
// or Internal (wrong SQL); their subject is the file.
class Database
{
public:
    // Makes the file when there is none. The message of an error names the file and a remedy. `revoked`, when
    // given, outlives the database; once any thread sets it, the database is revoked: also one whose own
    // thread hangs (inside a transaction it holds its lock on the file until it moves). With a disk of its
    // own it suffers what the disk suffers, and opens its file anew when the disk was renewed.
    static Result<std::unique_ptr<Database>> open(const QString &file,
                                                  const std::atomic<bool> *revoked = nullptr,
                                                  std::shared_ptr<const Disk> disk = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // Applies what is missing, in order, each step in a transaction. Several instances may do so at once.
    // Refuses steps with gaps (Internal), a database made by a later version and steps that were changed
    // after they had been applied (both Conflict).
    Result<void> migrate(const std::vector<Migration> &migrations);

    // Runs one statement; answers how many rows it changed.
    Result<int> execute(const QString &sql, const Values &values = {});
    // Runs a query and maps each row: select<Product>(sql, {id}, [](const Row &row) { return Product{...}; })
    template<typename T, std::invocable<const Row &> Map>
    Result<std::vector<T>> select(const QString &sql, const Values &values, Map map)
    {
        std::vector<T> rows;
        const auto done = query(sql, values, [&](const Row &row) { rows.push_back(map(row)); });
        if (!done)
            return failure(done.error());
        return rows;
    }
    Result<void>
    query(const QString &sql, const Values &values, const std::function<void(const Row &)> &each);
    // Runs statements without parameters, one after the other: schemas and settings.
    Result<void> executeScript(const QString &sql);
    std::int64_t lastInsertId() const;

    // Runs `work` in an immediate transaction: commits when it succeeds, rolls back when it answers an error.
    // `work` is synchronous: a transaction never spans a co_await. Does not nest.
    template<std::invocable Work>
    auto transaction(Work work) -> std::invoke_result_t<Work>
    {
        if (const auto begun = begin(); !begun)
            return failure(begun.error());
        auto outcome = work();
        if (!outcome) {
            rollback();
            return outcome;
        }
        if (const auto committed = commit(); !committed) {
            rollback();
            return failure(committed.error());
        }
        return outcome;
    }

    // Inside a transaction: has this done as soon as it is committed; when it is rolled back, never. Outside
    // of one: at once.
    void onceCommitted(std::function<void()> action);
    // Told of each commit from now on; null: nobody. Outlives the database.
    void observe(CommitObserver *observer);

    // From now on every operation answers Cancelled: a crashed instance writes nothing more.
    void revoke();
    // Copies the whole database into a new file, consistently, while others use it.
    Result<void> copyTo(const QString &file);
    QString file() const;

    // What accesses since the last time have cost beyond what they really took: a slow disk and a lock that
    // somebody keeps are not waited for here, where nothing else could go on meanwhile, but are owed by
    // whoever accessed, and paid (payToll()) before it goes on.
    bool owesToll() const { return !m_toll.isNothing(); }
    Toll takeToll() { return std::exchange(m_toll, {}); }

private:
    class Connection;
    Database();
    Result<void> begin();
    Result<void> commit();
    void rollback();

    Toll m_toll;
    std::vector<std::function<void()>> m_onceCommitted;
    std::unique_ptr<Connection> m_connection;
};

} // namespace services::storage
