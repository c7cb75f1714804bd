// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/storage/tablereading.h>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::storage;

// What somebody sees who may look into a database, and change nothing.
class TestTableReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto database = Database::open(file());
        QVERIFY(database.has_value());
        QVERIFY((*database)
                    ->executeScript(u"CREATE TABLE cart_items (product TEXT, pieces INTEGER, note BLOB);"
                                    "CREATE TABLE cart_generations (id TEXT PRIMARY KEY) WITHOUT ROWID;"
                                    "CREATE TABLE cartoons (title TEXT);"
                                    "CREATE VIRTUAL TABLE search_words USING fts5(name);"
                                    "INSERT INTO cart_items VALUES ('tea', 2, x'0102'), ('mug', 1, NULL);"
                                    "INSERT INTO cart_generations VALUES ('a'), ('b'), ('c');"
                                    "INSERT INTO search_words VALUES ('Täglich');"_s)
                    .has_value());
    }

    void readsTheTablesOfOneModule()
    {
        const auto tables = readTables(file(), {u"cart"_s}, 10);
        QVERIFY(tables.has_value());
        QCOMPARE(tables->size(), 2U); // cartoons are somebody else's
        QCOMPARE(tables->at(0).name, u"cart_generations"_s);
        QCOMPARE(tables->at(0).rows, 3);
        const TableReading items{u"cart_items"_s,
                                 2,
                                 {u"product"_s, u"pieces"_s, u"note"_s},
                                 {{u"mug"_s, u"1"_s, u"–"_s}, {u"tea"_s, u"2"_s, u"2 bytes"_s}}};
        QCOMPARE(tables->at(1), items);
    }

    void readsNoMoreRowsThanAskedFor()
    {
        const auto tables = readTables(file(), {u"cart"_s}, 1);
        QVERIFY(tables.has_value());
        for (const auto &table : *tables) {
            QCOMPARE(table.latest.size(), 1U);
            QVERIFY(table.rows > 1);
        }
    }

    void anIndexIsOneTable()
    {
        const auto tables = readTables(file(), {u"search"_s}, 10);
        QVERIFY(tables.has_value());
        QCOMPARE(tables->size(), 1U); // not those that it is made of
        QCOMPARE(tables->front().latest, std::vector<QStringList>{{u"Täglich"_s}});
    }

    void makesNoFile()
    {
        const auto nowhere = m_folder->filePath(u"nowhere.db"_s);
        const auto tables = readTables(nowhere, {u"cart"_s}, 10);
        QVERIFY(!tables.has_value());
        QCOMPARE(tables.error().kind, Kind::NotFound);
        QVERIFY(!QFileInfo::exists(nowhere));
    }

private:
    QString file() const { return m_folder->filePath(u"shop.db"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestTableReading)
#include "tst_tablereading.moc"
