// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/storage/storetemplates.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <latch>
#include <thread>

using namespace services::storage;
using namespace Qt::StringLiterals;

class TestStoreTemplates : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::atomic<int> m_fills = 0;

    QString templates() const { return m_folder->filePath(u"templates"_s); }
    QString store(int number) const { return m_folder->filePath(u"store-%1.db"_s.arg(number)); }
    StoreTemplates::Recipe recipe(const QByteArray &contents = "shop 1")
    {
        return {{{u"catalogue"_s, 1, u"CREATE TABLE product (id INTEGER PRIMARY KEY, name)"_s}},
                contents,
                [this](Database &database) { return fill(database); }};
    }
    Result<void> fill(Database &database)
    {
        ++m_fills;
        return database.transaction([&]() -> Result<void> {
            for (int i = 0; i < 1'000; ++i) {
                const auto added = database.execute(u"INSERT INTO product (name) VALUES (?)"_s, {u"shoe"_s});
                if (!added)
                    return failure(added.error());
            }
            return {};
        });
    }
    static std::int64_t products(const QString &file)
    {
        std::int64_t products = -1;
        const auto database = Database::open(file);
        if (database
            && !(*database)->query(u"SELECT count(*) FROM product"_s, {},
                                   [&products](const Row &row) { products = row.integer(0); }))
            return -1;
        return products;
    }
    QStringList leftovers() const
    {
        return QDir(templates()).entryList({u"*.part*"_s}) + QDir(m_folder->path()).entryList({u"*.part*"_s});
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fills = 0;
    }

    void fillsOnceAndCopiesAfterwards()
    {
        StoreTemplates prepared(templates());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(prepared.provide(store(i), recipe()));
            QCOMPARE(products(store(i)), 1'000);
        }
        QCOMPARE(m_fills.load(), 1);
        StoreTemplates later(templates()); // the next run of the program
        QVERIFY(later.provide(store(9), recipe()));
        QCOMPARE(products(store(9)), 1'000);
        QCOMPARE(m_fills.load(), 1);
    }

    void aStoreThatExistsStaysAsItIs()
    {
        StoreTemplates prepared(templates());
        QVERIFY(prepared.provide(store(0), recipe()));
        {
            const auto database = Database::open(store(0));
            QVERIFY(database && (*database)->executeScript(u"DELETE FROM product"_s));
        }
        QVERIFY(prepared.provide(store(0), recipe()));
        QCOMPARE(products(store(0)), 0);
    }

    void otherContentsMakeAnotherTemplate()
    {
        StoreTemplates prepared(templates());
        auto changedSchema = recipe();
        changedSchema.migrations.push_back({u"cart"_s, 1, u"CREATE TABLE cart (id)"_s});
        QVERIFY(prepared.provide(store(0), recipe("shop 1")));
        QVERIFY(prepared.provide(store(1), recipe("shop 2")));
        QVERIFY(prepared.provide(store(2), changedSchema));
        QCOMPARE(m_fills.load(), 3);
    }

    void theCopyNeedsNoFurtherMigration()
    {
        StoreTemplates prepared(templates());
        QVERIFY(prepared.provide(store(0), recipe()));
        const auto database = Database::open(store(0));
        QVERIFY(database);
        QVERIFY((*database)->migrate(recipe().migrations));
        QCOMPARE(products(store(0)), 1'000);
    }

    void aDamagedTemplateIsMadeAnew_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::newRow("a byte is wrong") << qint64(5'000);
        QTest::newRow("it ends too early") << qint64(-1);
    }
    void aDamagedTemplateIsMadeAnew()
    {
        QFETCH(const qint64, at);
        QVERIFY(StoreTemplates(templates()).provide(store(0), recipe()));
        const auto kept = QDir(templates()).entryInfoList(QDir::Files);
        QCOMPARE(kept.size(), 1);
        QFile damaged(kept.first().filePath());
        QVERIFY(damaged.open(QFile::ReadWrite));
        if (at < 0)
            QVERIFY(damaged.resize(damaged.size() / 2));
        else
            QVERIFY(damaged.seek(at) && damaged.write("xyz") == 3);
        damaged.close();
        QVERIFY(StoreTemplates(templates()).provide(store(1), recipe()));
        QCOMPARE(products(store(1)), 1'000);
        QCOMPARE(m_fills.load(), 2);
        QCOMPARE(QDir(templates()).entryList(QDir::Files).size(), 1);
    }

    void aFailingFillIsToldAndTriedAgain()
    {
        StoreTemplates prepared(templates());
        auto failing = recipe();
        failing.fill = [](Database &) -> Result<void> { return failure(Kind::InvalidInput, u"bad seed"_s); };
        const auto provided = prepared.provide(store(0), failing);
        QVERIFY(!provided);
        QCOMPARE(provided.error().message, u"bad seed"_s);
        QVERIFY(!QFile::exists(store(0)));
        QCOMPARE(leftovers(), QStringList());
        QVERIFY(prepared.provide(store(0), recipe()));
        QCOMPARE(products(store(0)), 1'000);
    }

    void aLogWithoutItsDatabaseIsNotAppliedToTheNewOne()
    {
        StoreTemplates prepared(templates());
        QVERIFY(prepared.provide(store(0), recipe()));
        {
            const auto database = Database::open(store(0));
            QVERIFY(database && (*database)->executeScript(u"DELETE FROM product"_s));
            (*database)->revoke(); // leaves its log behind
        }
        QVERIFY(QFile::remove(store(0)));
        QVERIFY(QFile::exists(store(0) + u"-wal"_s));
        QVERIFY(prepared.provide(store(0), recipe()));
        QCOMPARE(products(store(0)), 1'000);
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        QFile inTheWay(templates());
        QVERIFY(inTheWay.open(QFile::WriteOnly));
        StoreTemplates prepared(templates());
        const auto provided = prepared.provide(store(0), recipe());
        QVERIFY(!provided);
        QCOMPARE(provided.error().kind, Kind::ReadOnly);
        QCOMPARE(provided.error().subject, templates());
    }

    void manyInstancesMayAskAtOnce()
    {
        constexpr int instances = 12; // two of each store
        StoreTemplates prepared(templates());
        std::latch start(instances);
        std::atomic<int> healthy = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < instances; ++i) {
            threads.emplace_back([&, i] {
                start.arrive_and_wait();
                if (prepared.provide(store(i / 2), recipe()) && products(store(i / 2)) == 1'000)
                    ++healthy;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(healthy.load(), instances);
        QCOMPARE(m_fills.load(), 1);
        QCOMPARE(leftovers(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestStoreTemplates)
#include "tst_storetemplates.moc"
