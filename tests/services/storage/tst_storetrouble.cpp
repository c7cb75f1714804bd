// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/storage/storetrouble.h>

#include <QDeadlineTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace services::storage;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Result<void> add(Database &database, const QByteArray &bytes)
{
    const auto added = database.execute(u"INSERT INTO item VALUES (?)"_s, {bytes});
    return added ? Result<void>() : failure(added.error());
}

Result<void> addInTransaction(Database &database, const QByteArray &bytes)
{
    return database.transaction([&] { return add(database, bytes); });
}

Result<std::int64_t> rows(Database &database)
{
    std::int64_t rows = -1;
    const auto counted = database.query(u"SELECT count(*), max(length(bytes)) FROM item"_s, {},
                                        [&rows](const Row &row) { rows = row.integer(0); });
    return counted ? Result<std::int64_t>(rows) : failure(counted.error());
}

Kind kindOf(const Result<void> &result)
{
    return result ? Kind::Internal : result.error().kind;
}

Kind kindOf(const Result<std::int64_t> &result)
{
    return result ? Kind::Internal : result.error().kind;
}

} // namespace

// Two connections to one store, as two instances of a unit have them, while the store suffers.
class TestStoreTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(opened()->executeScript(u"CREATE TABLE item (bytes)"_s));
        m_trouble = std::make_unique<StoreTrouble>(path());
        m_first = opened();
        m_second = opened();
        QVERIFY(add(*m_first, "one"));
        QVERIFY(add(*m_second, QByteArray(20'000, 'x')));
    }
    void cleanup()
    {
        m_first.reset();
        m_second.reset();
        m_trouble.reset();
    }

    void aLockedStoreIsReadAndNotChanged();
    void aFullStoreIsReadAndNotChanged();
    void aLostStoreIsBackWithAllThatWasInIt();
    void aDamagedStoreIsBackWithAllThatWasInIt();
    void whoeverOpensADamagedStoreIsTold();
    void damageInTheMiddleOfWritingLosesNothing();
    void troublesComeAndGoIndependently();
    void aSlowStoreIsPaidForByAccess();
    void whatWasNotHealedIsHealedByTheNextOne();
    void aStoreThatIsNotThereCannotSuffer();

private:
    QString path() const { return m_folder->filePath(u"shop.db"_s); }
    std::unique_ptr<Database> opened()
    {
        auto database = Database::open(path(), nullptr, m_trouble ? m_trouble->disk() : nullptr);
        return database ? std::move(*database) : nullptr;
    }
    void verifyHealed(std::int64_t expected)
    {
        QVERIFY(m_trouble->make({}));
        for (Database *database : {m_first.get(), m_second.get()}) {
            const auto count = rows(*database);
            QVERIFY2(count, count ? "" : qPrintable(count.error().message));
            QCOMPARE(*count, expected);
            QVERIFY(addInTransaction(*database, "healed"));
            ++expected;
            std::ignore = database->takeToll();
            QVERIFY(rows(*database));
            QVERIFY(!database->owesToll());
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoreTrouble> m_trouble;
    std::unique_ptr<Database> m_first;
    std::unique_ptr<Database> m_second;
};

void TestStoreTrouble::aLockedStoreIsReadAndNotChanged()
{
    QVERIFY(m_trouble->make({.locked = true}));
    for (Database *database : {m_first.get(), m_second.get()}) {
        QCOMPARE(rows(*database).value_or(-1), 2);
        QVERIFY(!database->owesToll());
        const auto refused = addInTransaction(*database, "no");
        QCOMPARE(kindOf(refused), Kind::Overloaded);
        QVERIFY2(refused.error().message.contains(u"database is locked"_s),
                 qPrintable(refused.error().message));
        QCOMPARE(kindOf(add(*database, "no")), Kind::Overloaded);
        const auto toll = database->takeToll();
        QCOMPARE(toll.troubles, std::uint64_t{Disk::Locked});
        QVERIFY(toll.owed == 2 * 300ms); // the usual patience, for each of the two changes
    }
    const auto stranger = Database::open(path()); // the lock is a real one: it holds for everybody
    QVERIFY(stranger);
    QCOMPARE(kindOf(add(**stranger, "no")), Kind::Overloaded);
    QVERIFY(opened()); // so an instance can boot meanwhile
    verifyHealed(2);
}

void TestStoreTrouble::aFullStoreIsReadAndNotChanged()
{
    QVERIFY(m_trouble->make({.full = true}));
    for (Database *database : {m_first.get(), m_second.get()}) {
        const auto refused = addInTransaction(*database, QByteArray(9'000, 'n'));
        QCOMPARE(kindOf(refused), Kind::Full);
        QCOMPARE(refused.error().subject, path());
        QCOMPARE(kindOf(add(*database, "n")), Kind::Full); // also what would have fitted into a page
        const auto removed = database->execute(u"DELETE FROM item"_s);
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, Kind::Full);
        QCOMPARE(rows(*database).value_or(-1), 2);
        QCOMPARE(database->takeToll().troubles, std::uint64_t{Disk::Full});
    }
    QVERIFY(opened());
    verifyHealed(2);
}

void TestStoreTrouble::aLostStoreIsBackWithAllThatWasInIt()
{
    QVERIFY(m_trouble->make({.lost = true}));
    for (Database *database : {m_first.get(), m_second.get()}) {
        const auto read = rows(*database);
        QCOMPARE(kindOf(read), Kind::Unavailable);
        QVERIFY2(read.error().message.contains(path()), qPrintable(read.error().message));
        QCOMPARE(kindOf(addInTransaction(*database, "no")), Kind::Unavailable);
        QCOMPARE(database->takeToll().troubles, std::uint64_t{Disk::Lost});
    }
    const auto late = Database::open(path(), nullptr, m_trouble->disk());
    QVERIFY(!late);
    QCOMPARE(late.error().kind, Kind::Unavailable);
    verifyHealed(2);
}

void TestStoreTrouble::aDamagedStoreIsBackWithAllThatWasInIt()
{
    const QByteArray before = [&] {
        QFile file(path());
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }();
    QVERIFY(m_trouble->make({.damaged = true}));
    QFile file(path());
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(file.readAll() != before);
    for (Database *database : {m_first.get(), m_second.get()}) {
        for (int i = 0; i < 3; ++i) {
            const auto read = rows(*database);
            QVERIFY(!read);
            QVERIFY2(read.error().kind == Kind::Corrupt, qPrintable(read.error().message));
            QCOMPARE(kindOf(addInTransaction(*database, "no")), Kind::Corrupt);
        }
        QCOMPARE(database->takeToll().troubles, std::uint64_t{Disk::Damaged});
    }
    verifyHealed(2);
    QVERIFY(!QFile::exists(path() + u".before-damage"_s));
}

void TestStoreTrouble::whoeverOpensADamagedStoreIsTold()
{
    QVERIFY(m_trouble->make({.damaged = true}));
    const auto inside = Database::open(path(), nullptr, m_trouble->disk());
    QVERIFY(!inside);
    QCOMPARE(inside.error().kind, Kind::Corrupt);
    m_first.reset();
    m_second.reset();
    const auto stranger = Database::open(path());
    QVERIFY(!stranger);
    QCOMPARE(stranger.error().kind, Kind::Corrupt);
    QVERIFY(m_trouble->make({}));
    QCOMPARE(rows(*opened()).value_or(-1), 2);
}

// Whoever was told that his change is stored finds it afterwards, whatever happened in between; whoever was
// told that it is not does not.
void TestStoreTrouble::damageInTheMiddleOfWritingLosesNothing()
{
    std::atomic<bool> done = false;
    std::array<std::atomic<int>, 2> stored{};
    std::array<QString, 2> lastWords; // of each thread, to be read after it
    const auto write = [&](std::size_t who) {
        const auto database = opened();
        for (int i = 0; database && !done; ++i) {
            const auto added = addInTransaction(*database, QByteArray::number(i).repeated(1 + i % 500));
            if (added)
                ++stored[who];
            else
                lastWords[who] = added.error().message;
        }
    };
    std::thread first(write, 0);
    std::thread second(write, 1);
    Result<void> outcome;
    for (int round = 0; round < 20 && outcome; ++round) {
        const auto condition
            = round % 2 == 0 ? StoreCondition{.damaged = true} : StoreCondition{.lost = true};
        const auto before = stored[0] + stored[1];
        const QDeadlineTimer patience(20s);
        while (stored[0] + stored[1] < before + 20 && !patience.hasExpired())
            std::this_thread::yield();
        if (patience.hasExpired())
            outcome = failure(Kind::TimedOut, u"Nobody can write after round %1"_s.arg(round));
        else
            outcome = m_trouble->make(condition);
        if (outcome)
            outcome = m_trouble->make({});
    }
    done = true;
    first.join();
    second.join();
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message + lastWords[0] + lastWords[1]));
    verifyHealed(2 + stored[0] + stored[1]);
    bool isSound = false;
    QVERIFY(m_first->query(u"PRAGMA integrity_check"_s, {},
                           [&isSound](const Row &row) { isSound = row.text(0) == u"ok"; }));
    QVERIFY(isSound);
}

void TestStoreTrouble::troublesComeAndGoIndependently()
{
    QVERIFY(m_trouble->make({.locked = true, .full = true}));
    QVERIFY(m_trouble->make({.locked = true, .full = true, .damaged = true}));
    QCOMPARE(kindOf(rows(*m_first)), Kind::Corrupt);
    QVERIFY(m_trouble->make({.locked = true, .lost = true, .damaged = true}));
    QCOMPARE(kindOf(rows(*m_first)), Kind::Unavailable);
    QVERIFY(m_trouble->make({.locked = true, .lost = true}));
    QCOMPARE(kindOf(rows(*m_second)), Kind::Unavailable);
    QVERIFY(m_trouble->make({.locked = true}));
    QCOMPARE(rows(*m_first).value_or(-1), 2);
    QCOMPARE(kindOf(add(*m_second, "no")), Kind::Overloaded); // the lock is on the file that came back
    const auto stranger = Database::open(path());
    QVERIFY(stranger);
    QCOMPARE(kindOf(add(**stranger, "no")), Kind::Overloaded);
    QVERIFY(m_trouble->condition() == StoreCondition{.locked = true});
    verifyHealed(2);
}

void TestStoreTrouble::aSlowStoreIsPaidForByAccess()
{
    QVERIFY(m_trouble->make({.delay = 500ms}));
    QCOMPARE(rows(*m_first).value_or(-1), 2);
    QVERIFY(m_first->takeToll().owed == 500ms);
    QVERIFY(add(*m_first, "slowly"));
    QVERIFY(add(*m_first, "slowly"));
    QVERIFY(m_first->takeToll().owed == 2 * 500ms);
    QVERIFY(m_first->transaction([&]() -> Result<void> { // is one access
        const auto read = rows(*m_first);
        return read ? add(*m_first, "slowly") : failure(read.error());
    }));
    const auto toll = m_first->takeToll();
    QVERIFY(toll.owed == 500ms);
    QCOMPARE(toll.troubles, std::uint64_t{Disk::Slow});
    QVERIFY(!m_second->owesToll());
    verifyHealed(5);
}

void TestStoreTrouble::whatWasNotHealedIsHealedByTheNextOne()
{
    QVERIFY(m_trouble->make({.damaged = true}));
    const QString elsewhere = m_folder->filePath(u"elsewhere.db"_s); // as a program that dies leaves it
    QVERIFY(QFile::copy(path(), elsewhere));
    QVERIFY(QFile::copy(path() + u".before-damage"_s, elsewhere + u".before-damage"_s));
    QVERIFY(!Database::open(elsewhere));
    const StoreTrouble next(elsewhere);
    const auto database = Database::open(elsewhere, nullptr, next.disk());
    QVERIFY(database);
    QCOMPARE(rows(**database).value_or(-1), 2);
}

void TestStoreTrouble::aStoreThatIsNotThereCannotSuffer()
{
    StoreTrouble nobodys(m_folder->filePath(u"nobody.db"_s));
    for (const StoreCondition wanted : {StoreCondition{.locked = true}, StoreCondition{.damaged = true}}) {
        const auto made = nobodys.make(wanted);
        QVERIFY(!made);
        QVERIFY(made.error().message.contains(u"nobody.db"_s));
        QVERIFY(nobodys.condition() == StoreCondition{});
    }
    QVERIFY(!QFile::exists(m_folder->filePath(u"nobody.db"_s)));
}

QTEST_GUILESS_MAIN(TestStoreTrouble)
#include "tst_storetrouble.moc"
