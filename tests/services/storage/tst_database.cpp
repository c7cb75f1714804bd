// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/storage/commitobserver.h>
#include <services/storage/database.h>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace services::storage;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Value)

namespace {

class Tally final : public CommitObserver
{
public:
    bool mayCommit() override
    {
        ++asked;
        return allows;
    }
    void ended(bool committed) override { ++(committed ? this->committed : rolledBack); }

    bool allows = true;
    int asked = 0;
    int committed = 0;
    int rolledBack = 0;
};

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;

    QString path() const { return m_folder->filePath(u"shop.db"_s); }
    std::unique_ptr<Database> opened() const
    {
        auto database = Database::open(path());
        if (!database)
            qFatal("%s", qUtf8Printable(database.error().message));
        return std::move(*database);
    }
    static std::int64_t rows(Database &database)
    {
        std::int64_t rows = -1;
        const auto counted = database.query(u"SELECT count(*) FROM item"_s, {},
                                            [&rows](const Row &row) { rows = row.integer(0); });
        return counted ? rows : -1;
    }
    Result<void> insert(const QString &name)
    {
        const auto inserted = m_database->execute(u"INSERT INTO item (name) VALUES (?)"_s, {name});
        return inserted ? Result<void>() : failure(inserted.error());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = opened();
        QVERIFY(m_database->executeScript(u"CREATE TABLE item (id INTEGER PRIMARY KEY, name UNIQUE)"_s));
    }

    void cleanup()
    {
        m_database.reset();
        m_folder.reset();
    }

    void givesBackWhatWasStored_data()
    {
        QTest::addColumn<Value>("value");
        QTest::newRow("nothing") << Value(nullptr);
        QTest::newRow("the largest integer") << Value(std::numeric_limits<std::int64_t>::max());
        QTest::newRow("the smallest integer") << Value(std::numeric_limits<std::int64_t>::min());
        QTest::newRow("a fraction") << Value(-0.1);
        QTest::newRow("text beyond the basic plane") << Value(u"Größe \U0001F6D2 漢字"_s);
        QTest::newRow("text with a zero inside") << Value(u"a\0b"_s);
        QTest::newRow("empty text") << Value(u""_s);
        QTest::newRow("text that was never set") << Value(QString());
        QTest::newRow("empty bytes") << Value(QByteArray(""));
        QTest::newRow("bytes that were never set") << Value(QByteArray());
        QTest::newRow("any byte") << Value(QByteArray::fromHex("00ff80c3280a"));
        QTest::newRow("a mebibyte") << Value(QByteArray(1024 * 1024, '\0'));
    }

    void givesBackWhatWasStored()
    {
        QFETCH(const Value, value);
        QVERIFY(m_database->execute(u"INSERT INTO item (name) VALUES (?)"_s, {value}));
        const auto read = m_database->select<Value>(u"SELECT name FROM item"_s, {}, [&value](const Row &row) {
            if (row.isNull(0))
                return Value(nullptr);
            if (std::holds_alternative<std::int64_t>(value))
                return Value(row.integer(0));
            if (std::holds_alternative<double>(value))
                return Value(row.real(0));
            return std::holds_alternative<QString>(value) ? Value(row.text(0)) : Value(row.bytes(0));
        });
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t{1});
        QVERIFY(read->front() == value);
    }

    void countsTheRowsThatAStatementChanged_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("changed");
        QTest::newRow("insert") << u"INSERT INTO item (name) VALUES ('d')"_s << 1;
        QTest::newRow("insert or ignore of what is there")
            << u"INSERT OR IGNORE INTO item (name) VALUES ('a')"_s << 0;
        QTest::newRow("update of all") << u"UPDATE item SET name = name || '!'"_s << 3;
        QTest::newRow("delete of nothing") << u"DELETE FROM item WHERE id = 99"_s << 0;
        QTest::newRow("create after other changes") << u"CREATE TABLE other (id)"_s << 0;
        QTest::newRow("select after other changes") << u"SELECT * FROM item"_s << 0;
    }

    void countsTheRowsThatAStatementChanged()
    {
        QFETCH(const QString, sql);
        QFETCH(const int, changed);
        for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
            QVERIFY(insert(name));
        const auto executed = m_database->execute(sql);
        QVERIFY(executed);
        QCOMPARE(*executed, changed);
    }

    void refusesMisuseWithWords_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("values");
        QTest::newRow("a syntax error") << u"SELEKT 1"_s << 0;
        QTest::newRow("a table that is not there") << u"SELECT * FROM nowhere"_s << 0;
        QTest::newRow("too few values") << u"INSERT INTO item (name) VALUES (?)"_s << 0;
        QTest::newRow("too many values") << u"INSERT INTO item (name) VALUES (?)"_s << 2;
        QTest::newRow("no statement") << u"-- nothing"_s << 0;
        QTest::newRow("two statements") << u"DELETE FROM item; DELETE FROM item"_s << 0;
    }

    void refusesMisuseWithWords()
    {
        QFETCH(const QString, sql);
        QFETCH(const int, values);
        const auto executed
            = m_database->execute(sql, Values(static_cast<std::size_t>(values), Value(u"x"_s)));
        QVERIFY(!executed);
        QCOMPARE(executed.error().kind, Kind::Internal);
        QVERIFY(!executed.error().message.isEmpty());
        QCOMPARE(executed.error().subject, path());
        QCOMPARE(rows(*m_database), 0);
    }

    void aConstraintIsAConflict()
    {
        QVERIFY(insert(u"once"_s));
        const auto again = insert(u"once"_s);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Kind::Conflict);
        QVERIFY(insert(u"another"_s)); // the statement is usable afterwards
    }

    void enforcesForeignKeys()
    {
        QVERIFY(m_database->executeScript(u"CREATE TABLE part (item REFERENCES item)"_s));
        const auto orphan = m_database->execute(u"INSERT INTO part VALUES (42)"_s);
        QVERIFY(!orphan);
        QCOMPARE(orphan.error().kind, Kind::Conflict);
    }

    void aQueryMayRunTheSameQueryForEachOfItsRows()
    {
        QVERIFY(insert(u"a"_s));
        QVERIFY(insert(u"b"_s));
        int pairs = 0;
        const auto all = u"SELECT name FROM item"_s;
        QVERIFY(m_database->query(all, {}, [&](const Row &) {
            QVERIFY(m_database->query(all, {}, [&pairs](const Row &) { ++pairs; }));
        }));
        QCOMPARE(pairs, 4);
    }

    void manyDifferentTextsDoNotWearItOut()
    {
        for (int i = 0; i < 2'000; ++i)
            QVERIFY(m_database->query(u"SELECT %1"_s.arg(i), {}, {}));
        QVERIFY(insert(u"still works"_s));
    }

    void searchesFullTexts()
    {
        QVERIFY(m_database->executeScript(u"CREATE VIRTUAL TABLE product USING fts5 (name);"
                                          "INSERT INTO product VALUES ('red shoes'), ('blue hat')"_s));
        const auto found
            = m_database->select<QString>(u"SELECT name FROM product WHERE product MATCH ?"_s, {u"sho*"_s},
                                          [](const Row &row) { return row.text(0); });
        QVERIFY(found);
        QCOMPARE(*found, std::vector{u"red shoes"_s});
    }

    void aTransactionKeepsAllOrNothing_data()
    {
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("work that succeeds") << true;
        QTest::newRow("work that answers an error") << false;
    }

    void aTransactionKeepsAllOrNothing()
    {
        QFETCH(const bool, succeeds);
        const auto done = m_database->transaction([&]() -> Result<int> {
            if (!insert(u"a"_s) || !insert(u"b"_s))
                return failure(Kind::Internal, u"insert"_s);
            if (!succeeds)
                return failure(Kind::Declined, u"no"_s);
            return 2;
        });
        QCOMPARE(done.has_value(), succeeds);
        if (!succeeds)
            QCOMPARE(done.error().kind, Kind::Declined);
        QCOMPARE(rows(*m_database), succeeds ? 2 : 0);
        QVERIFY(insert(u"afterwards"_s));
    }

    void transactionsDoNotNestAndTheOuterOneIsUndone()
    {
        const auto outer = m_database->transaction([&]() -> Result<void> {
            if (auto inserted = insert(u"outer"_s); !inserted)
                return inserted;
            return m_database->transaction([&] { return insert(u"inner"_s); });
        });
        QVERIFY(!outer);
        QVERIFY2(outer.error().message.contains(u"within a transaction"_s),
                 qPrintable(outer.error().message));
        QCOMPARE(rows(*m_database), 0);
    }

    void anotherInstanceSeesWhatIsCommittedOnly()
    {
        const auto other = opened();
        QVERIFY(m_database->transaction([&]() -> Result<void> {
            auto inserted = insert(u"a"_s);
            if (rows(*other) != 0)
                return failure(Kind::Internal, u"saw what was not committed"_s);
            return inserted;
        }));
        QCOMPARE(rows(*other), 1);
    }

    void aLockThatIsHeldForTooLongIsOverload()
    {
        const auto other = opened();
        const auto held = m_database->transaction([&]() -> Result<void> {
            const auto blocked = other->transaction([] { return Result<void>(); });
            if (blocked)
                return failure(Kind::Internal, u"two writers at once"_s);
            return failure(blocked.error());
        });
        QVERIFY(!held);
        QCOMPARE(held.error().kind, Kind::Overloaded);
        QVERIFY(held.error().message.contains(path()));
        QVERIFY(other->transaction([] { return Result<void>(); }));
    }

    void afterRevokeNothingWorksAnyMore()
    {
        m_database->revoke();
        const std::vector<Result<void>> outcomes{
            insert(u"a"_s),
            m_database->query(u"SELECT 1"_s, {}, {}),
            m_database->executeScript(u"DELETE FROM item"_s),
            m_database->transaction([] { return Result<void>(); }),
            m_database->migrate({{u"shop"_s, 1, u"CREATE TABLE late (id)"_s}}),
            m_database->copyTo(m_folder->filePath(u"copy.db"_s)),
        };
        for (const auto &outcome : outcomes) {
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().kind, Kind::Cancelled);
        }
        QCOMPARE(rows(*opened()), 0);
    }

    void revokeWithinATransactionUndoesIt()
    {
        const auto crashed = m_database->transaction([&] {
            auto inserted = insert(u"a"_s);
            m_database->revoke();
            return inserted;
        });
        QVERIFY(!crashed);
        QCOMPARE(crashed.error().kind, Kind::Cancelled);
        QCOMPARE(rows(*opened()), 0);
    }

    void canBeRevokedFromAnotherThreadWhileItsOwnIsBusy()
    {
        std::atomic<bool> crashed{false};
        auto database = Database::open(path(), &crashed);
        QVERIFY(database);
        const auto outcome = (*database)->transaction([&]() -> Result<void> {
            const auto inserted = (*database)->execute(u"INSERT INTO item (name) VALUES ('a')"_s);
            std::thread([&] { crashed = true; }).join();
            return inserted ? Result<void>() : failure(inserted.error());
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Kind::Cancelled);
        QCOMPARE(rows(*m_database), 0);
        QVERIFY(insert(u"b"_s)); // the others on the file go on
    }

    void whatWasCommittedSurvivesACrash()
    {
        QVERIFY(insert(u"a"_s));
        m_database->revoke();
        m_database.reset();
        QVERIFY(QFileInfo::exists(path() + u"-wal"_s)); // a crash does not tidy up
        QCOMPARE(rows(*opened()), 1);
    }

    void copiesItselfConsistentlyWhileInUse()
    {
        QVERIFY(insert(u"a"_s));
        const auto other = opened();
        const QString copy = m_folder->filePath(u"copy.db"_s);
        QVERIFY(other->copyTo(copy));
        QVERIFY(insert(u"later"_s));
        auto copied = Database::open(copy);
        QVERIFY(copied);
        QCOMPARE(rows(**copied), 1);
        QVERIFY(!other->copyTo(copy)); // never over something
        QCOMPARE(rows(**copied), 1);
    }

    void tellsOfEachCommit()
    {
        Tally tally;
        m_database->observe(&tally);
        QVERIFY(insert(u"alone"_s));
        QCOMPARE(tally.committed, 1);
        QCOMPARE(rows(*m_database), 1); // nothing is changed by that
        QCOMPARE(tally.asked, 1);
        QVERIFY(m_database->transaction(
            [this] { return insert(u"a"_s).and_then([this] { return insert(u"b"_s); }); }));
        QCOMPARE(tally.committed, 2);
        QVERIFY(!m_database->transaction(
            [this] { return insert(u"c"_s).and_then([this] { return insert(u"a"_s); }); }));
        QCOMPARE(tally.asked, 2);
        tally.allows = false;
        QVERIFY(!insert(u"d"_s));
        QVERIFY(!m_database->transaction([this] { return insert(u"e"_s); }));
        QCOMPARE(tally.rolledBack, 2);
        m_database->observe(nullptr);
        QVERIFY(insert(u"f"_s));
        QCOMPARE(rows(*m_database), 4);
        QCOMPARE(tally.asked, 4);
    }

    void doesWhatWaitsForACommitOnceItIsThere()
    {
        QStringList done;
        const auto later
            = [&](const QString &what) { m_database->onceCommitted([&done, what] { done.append(what); }); };
        later(u"at once"_s);
        QCOMPARE(done, QStringList{u"at once"_s});
        QVERIFY(m_database->transaction([&] {
            later(u"later"_s);
            return done.size() == 1 ? insert(u"a"_s) : failure(Kind::Internal, u"Too early"_s);
        }));
        QCOMPARE(done.size(), 2);
        QVERIFY(!m_database->transaction([&] {
            later(u"never"_s);
            return insert(u"a"_s);
        }));
        QVERIFY(m_database->transaction([this] { return insert(u"b"_s); }));
        QCOMPARE(done, (QStringList{u"at once"_s, u"later"_s}));
    }

    void aNameThatLooksLikeAUriIsAFile()
    {
        const QString odd = m_folder->filePath(u"file:x?mode=memory"_s);
        QVERIFY(Database::open(odd));
        QVERIFY(QFileInfo::exists(odd));
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
