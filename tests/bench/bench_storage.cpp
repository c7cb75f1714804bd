// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Storage beside the bare C API of SQLite on the same file, in interleaved rounds: what our Database costs.

#include "benchreport.h"

#include <services/storage/storetemplates.h>

#include <QTemporaryDir>

#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace services::storage;
using namespace Qt::StringLiterals;
using tests::bench::Better;
using tests::bench::Figure;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int rounds = 7;
constexpr std::int64_t products = 1'000;
const QString bareSqlite = u"sqlite3 by hand"_s;

struct Product
{
    std::int64_t id;
    QString name;
    std::int64_t price;
};

[[noreturn]] void giveUp(const QString &message)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(message));
    std::exit(1);
}

template<typename T>
T orGiveUp(Result<T> result)
{
    if (!result)
        giveUp(result.error().message);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

double perSecond(int count, const std::function<void(int)> &one)
{
    const auto start = Clock::now();
    for (int i = 0; i < count; ++i)
        one(i);
    return count / std::chrono::duration<double>(Clock::now() - start).count();
}

Result<void> fill(Database &database)
{
    return database.transaction([&]() -> Result<void> {
        for (std::int64_t i = 1; i <= products; ++i) {
            const auto added = database.execute(u"INSERT INTO product VALUES (?, ?, ?)"_s,
                                                {i, u"Product number %1"_s.arg(i), i * 10});
            if (!added)
                return failure(added.error());
        }
        return {};
    });
}

const StoreTemplates::Recipe recipe{
    {{u"catalogue"_s, 1,
      u"CREATE TABLE product (id INTEGER PRIMARY KEY, name TEXT, price INTEGER);"
      "CREATE TABLE placed (id INTEGER PRIMARY KEY, name TEXT)"_s}},
    "bench 1",
    fill};

// The same work by hand: the text converted to QString as ours does, statements prepared once.
class Bare
{
public:
    explicit Bare(const QString &file)
    {
        if (sqlite3_open_v2(file.toUtf8().constData(), &m_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                            nullptr)
            != SQLITE_OK)
            giveUp(u"The reference cannot be opened"_s);
        sqlite3_exec(m_handle, "PRAGMA synchronous = NORMAL", nullptr, nullptr, nullptr);
        sqlite3_busy_timeout(m_handle, 1'000);
    }
    ~Bare()
    {
        for (sqlite3_stmt *statement : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_handle);
    }
    Bare(const Bare &) = delete;
    Bare &operator=(const Bare &) = delete;

    sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v3(m_handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
            != SQLITE_OK)
            giveUp(QString::fromUtf8(sqlite3_errmsg(m_handle)));
        return m_statements.emplace_back(statement);
    }
    static std::vector<Product> select(sqlite3_stmt *statement, std::int64_t from)
    {
        std::vector<Product> found;
        sqlite3_bind_int64(statement, 1, from);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            const auto *name = reinterpret_cast<const char *>(sqlite3_column_text(statement, 1));
            found.push_back({sqlite3_column_int64(statement, 0),
                             QString::fromUtf8(name, sqlite3_column_bytes(statement, 1)),
                             sqlite3_column_int64(statement, 2)});
        }
        sqlite3_reset(statement);
        return found;
    }

private:
    sqlite3 *m_handle = nullptr;
    std::vector<sqlite3_stmt *> m_statements;
};

Product productOf(const Row &row)
{
    return {row.integer(0), row.text(1), row.integer(2)};
}

void benchSelects(Database &database, Bare &bare, bool many)
{
    const QString sql = many ? u"SELECT id, name, price FROM product WHERE id >= ? LIMIT 50"_s
                             : u"SELECT id, name, price FROM product WHERE id = ?"_s;
    auto *const statement = bare.prepare(sql.toUtf8().constData());
    const int count = many ? 5'000 : 100'000;
    Figure figure(many ? u"storage-select-50-rows"_s : u"storage-select-point"_s, u"1/s"_s, Better::Higher);
    std::size_t rows = 0;
    for (int round = 0; round < rounds; ++round) {
        figure.add(perSecond(count, [&](int i) {
            rows += orGiveUp(database.select<Product>(sql, {std::int64_t{i % 900 + 1}}, productOf)).size();
        }));
        figure.add(bareSqlite,
                   perSecond(count, [&](int i) { rows -= Bare::select(statement, i % 900 + 1).size(); }));
    }
    if (rows != 0)
        giveUp(u"The reference finds other rows"_s);
    figure.print();
}

void benchInserts(Database &database, Bare &bare)
{
    const auto sql = u"INSERT INTO placed (name) VALUES (?)"_s;
    auto *const statement = bare.prepare("INSERT INTO placed (name) VALUES (?)");
    Figure figure(u"storage-insert"_s, u"1/s"_s, Better::Higher);
    for (int round = 0; round < rounds; ++round) {
        figure.add(
            perSecond(10'000, [&](int i) { orGiveUp(database.execute(sql, {u"order %1"_s.arg(i)})); }));
        figure.add(bareSqlite, perSecond(10'000, [&](int i) {
                       const QByteArray name = u"order %1"_s.arg(i).toUtf8();
                       sqlite3_bind_text(statement, 1, name.constData(), static_cast<int>(name.size()),
                                         SQLITE_TRANSIENT);
                       if (sqlite3_step(statement) != SQLITE_DONE)
                           giveUp(u"The reference cannot insert"_s);
                       sqlite3_reset(statement);
                   }));
    }
    figure.print();
}

// Twelve instances, each in its thread, until the database of each answers; against filling each one.
void benchStart()
{
    Figure figure(u"storage-start-12-instances"_s, u"ms"_s, Better::Lower);
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir folder;
        StoreTemplates templates(folder.filePath(u"templates"_s));
        orGiveUp(templates.provide(folder.filePath(u"first.db"_s), recipe));
        const auto startAll = [&folder](const std::function<void(const QString &)> &startOne) {
            const auto start = Clock::now();
            std::vector<std::thread> instances;
            for (int i = 0; i < 12; ++i)
                instances.emplace_back([&, i] { startOne(folder.filePath(u"%1.db"_s.arg(i))); });
            for (std::thread &instance : instances)
                instance.join();
            return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
        };
        figure.add(startAll([&](const QString &file) {
            orGiveUp(templates.provide(file, recipe));
            orGiveUp(orGiveUp(Database::open(file))->migrate(recipe.migrations));
        }));
        figure.add(u"filling each"_s, startAll([&](const QString &file) {
                       const auto database = orGiveUp(Database::open(file + u"-filled"_s));
                       orGiveUp(database->migrate(recipe.migrations));
                       orGiveUp(fill(*database));
                   }));
    }
    figure.print();
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"store.db"_s);
    StoreTemplates templates(folder.filePath(u"templates"_s));
    orGiveUp(templates.provide(file, recipe));
    const auto database = orGiveUp(Database::open(file));
    Bare bare(file);
    benchSelects(*database, bare, false);
    benchSelects(*database, bare, true);
    benchInserts(*database, bare);
    benchStart();
    return 0;
}
