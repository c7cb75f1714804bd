// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/storage/database.h>

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <latch>
#include <thread>

using namespace services::storage;
using namespace Qt::StringLiterals;

using Migrations = std::vector<Migration>;

Q_DECLARE_METATYPE(Migrations)

namespace {

const Migration products{u"catalogue"_s, 1, u"CREATE TABLE product (id); INSERT INTO product VALUES (1)"_s};
const Migration prices{u"catalogue"_s, 2,
                       u"ALTER TABLE product ADD COLUMN price; UPDATE product SET price = 5"_s};
const Migration carts{u"cart"_s, 1, u"CREATE TABLE cart (id)"_s};

std::vector<QString> tables(Database &database)
{
    const auto names = database.select<QString>(
        u"SELECT name FROM sqlite_schema WHERE name NOT LIKE '%migration%' ORDER BY name"_s, {},
        [](const Row &row) { return row.text(0); });
    return names.value_or(std::vector{u"unreadable"_s});
}

} // namespace

class TestMigrations : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;

    std::unique_ptr<Database> opened() const
    {
        auto database = Database::open(m_folder->filePath(u"unit.db"_s));
        if (!database)
            qFatal("%s", qUtf8Printable(database.error().message));
        return std::move(*database);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = opened();
    }
    void cleanup()
    {
        m_database.reset();
        m_folder.reset();
    }

    void appliesWhatIsMissing_data()
    {
        QTest::addColumn<Migrations>("before");
        QTest::addColumn<Migrations>("now");
        QTest::addColumn<std::vector<QString>>("tables");
        const std::vector both{u"cart"_s, u"product"_s};
        QTest::newRow("nothing at all") << Migrations{} << Migrations{} << std::vector<QString>{};
        QTest::newRow("a new file") << Migrations{} << Migrations{products, prices, carts} << both;
        QTest::newRow("the same again") << Migrations{products, carts} << Migrations{products, carts} << both;
        QTest::newRow("a later step")
            << Migrations{products, carts} << Migrations{products, prices, carts} << both;
        QTest::newRow("owners in another order")
            << Migrations{carts, products} << Migrations{products, carts} << both;
        QTest::newRow("a capability moved in") << Migrations{products} << Migrations{products, carts} << both;
        QTest::newRow("a capability moved out")
            << Migrations{products, prices, carts} << Migrations{carts} << both;
        QTest::newRow("steps of two owners mixed")
            << Migrations{} << Migrations{products, carts, prices} << both;
    }

    void appliesWhatIsMissing()
    {
        QFETCH(const Migrations, before);
        QFETCH(const Migrations, now);
        QVERIFY(m_database->migrate(before));
        m_database = opened();
        const auto migrated = m_database->migrate(now);
        QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().message));
        QTEST(tables(*m_database), "tables");
    }

    void refuses_data()
    {
        QTest::addColumn<Migrations>("before");
        QTest::addColumn<Migrations>("now");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("a list that starts late")
            << Migrations{} << Migrations{prices} << Kind::Internal << u"gap"_s;
        QTest::newRow("a list with a gap")
            << Migrations{} << Migrations{products, {u"catalogue"_s, 3, u"SELECT 1"_s}} << Kind::Internal
            << u"gap"_s;
        QTest::newRow("a step given twice")
            << Migrations{} << Migrations{products, products} << Kind::Internal << u"gap"_s;
        QTest::newRow("a database from the future")
            << Migrations{products, prices} << Migrations{products} << Kind::Conflict << u"another version"_s;
        QTest::newRow("a step that has been changed")
            << Migrations{products} << Migrations{{u"catalogue"_s, 1, u"CREATE TABLE product (id, name)"_s}}
            << Kind::Conflict << u"another version"_s;
        QTest::newRow("wrong SQL") << Migrations{} << Migrations{{u"cart"_s, 1, u"CREATE TABEL cart (id)"_s}}
                                   << Kind::Internal << u"TABEL"_s;
    }

    void refuses()
    {
        QFETCH(const Migrations, before);
        QFETCH(const Migrations, now);
        QFETCH(const QString, words);
        QVERIFY(m_database->migrate(before));
        const auto tablesBefore = tables(*m_database);
        const auto migrated = m_database->migrate(now);
        QVERIFY(!migrated);
        QTEST(migrated.error().kind, "kind");
        QVERIFY2(migrated.error().message.contains(words), qPrintable(migrated.error().message));
        QCOMPARE(tables(*m_database), tablesBefore);
    }

    void aStepThatFailsHalfWayLeavesNothingAndMayBeRepaired()
    {
        const Migration broken{u"cart"_s, 1, u"CREATE TABLE cart (id); INSERT INTO nowhere VALUES (1)"_s};
        QVERIFY(!m_database->migrate({products, broken}));
        QCOMPARE(tables(*m_database), std::vector{u"product"_s});
        QVERIFY(m_database->migrate({products, carts}));
        QCOMPARE(tables(*m_database), (std::vector{u"cart"_s, u"product"_s}));
    }

    void instancesThatStartTogetherApplyEachStepOnce()
    {
        constexpr int instances = 8;
        m_database.reset();
        m_folder = std::make_unique<QTemporaryDir>(); // the very first opening takes part in the race
        std::latch start(instances);
        std::atomic<int> succeeded = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < instances; ++i) {
            threads.emplace_back([&] {
                start.arrive_and_wait();
                const auto database = opened();
                for (int round = 0; round < 3; ++round) {
                    const auto migrated = database->migrate({products, prices, carts});
                    succeeded += migrated ? 1 : 0;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(succeeded.load(), instances * 3);
        m_database = opened();
        const auto rows = m_database->select<std::int64_t>(u"SELECT price FROM product"_s, {},
                                                           [](const Row &row) { return row.integer(0); });
        QVERIFY(rows);
        QCOMPARE(*rows, std::vector<std::int64_t>{5});
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
