// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/storage/database.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

using namespace services::storage;
using namespace Qt::StringLiterals;

namespace {

// Root may write anywhere: act as nobody meanwhile.
class AsOrdinaryUser
{
public:
    AsOrdinaryUser()
    {
        if (geteuid() == 0)
            m_wasRoot = seteuid(65534) == 0;
    }
    ~AsOrdinaryUser()
    {
        if (m_wasRoot && seteuid(0) != 0)
            qFatal("Root's rights do not come back");
    }
    AsOrdinaryUser(const AsOrdinaryUser &) = delete;
    AsOrdinaryUser &operator=(const AsOrdinaryUser &) = delete;

private:
    bool m_wasRoot = false;
};

// No file of this process may grow beyond so many bytes: to SQLite, a disk that is full.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

constexpr auto readable = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
constexpr auto enterable = readable | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
constexpr auto everything = enterable | QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;

Result<void> createAndFill(Database &database, int rows)
{
    auto created = database.executeScript(u"CREATE TABLE IF NOT EXISTS item (bytes)"_s);
    if (!created)
        return created;
    return database.transaction([&]() -> Result<void> {
        for (int i = 0; i < rows; ++i) {
            const auto inserted
                = database.execute(u"INSERT INTO item VALUES (?)"_s, {QByteArray(4'000, 'x')});
            if (!inserted)
                return failure(inserted.error());
        }
        return {};
    });
}

std::int64_t rows(Database &database)
{
    std::int64_t rows = -1;
    const auto counted = database.query(u"SELECT count(*) FROM item"_s, {},
                                        [&rows](const Row &row) { rows = row.integer(0); });
    return counted ? rows : -1;
}

} // namespace

class TestDatabaseFailures : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder{QDir::tempPath() + u"/faultline-XXXXXX"_s};
    int m_files = 0;

    QString path() const { return m_folder.filePath(u"%1.db"_s.arg(m_files)); }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void init()
    {
        ++m_files;
        QFile::setPermissions(m_folder.path(), everything);
    }
    void cleanupTestCase() { QFile::setPermissions(m_folder.path(), everything); }

    void aFullDiskIsSaidAndNothingIsLost_data()
    {
        QTest::addColumn<bool>("byPages");
        QTest::newRow("the database may have no more pages") << true;
        QTest::newRow("the system takes no more bytes") << false;
    }

    void aFullDiskIsSaidAndNothingIsLost()
    {
        QFETCH(const bool, byPages);
        auto database = Database::open(path());
        QVERIFY(database);
        QVERIFY(createAndFill(**database, 10));
        {
            std::unique_ptr<FileSizeLimit> limit;
            if (byPages)
                QVERIFY((*database)->executeScript(u"PRAGMA max_page_count = 40"_s));
            else
                limit = std::make_unique<FileSizeLimit>(256 * 1024);
            const auto filled = createAndFill(**database, 200);
            QVERIFY(!filled);
            QVERIFY2(filled.error().kind == Kind::Full, qPrintable(filled.error().message));
            QCOMPARE(filled.error().subject, path());
            QVERIFY(filled.error().message.contains(u"free some space"_s));
            QCOMPARE(rows(**database), 10);
        }
        if (byPages)
            QVERIFY((*database)->executeScript(u"PRAGMA max_page_count = 100000"_s));
        QVERIFY(createAndFill(**database, 200)); // space has been made
        QCOMPARE(rows(**database), 210);
    }

    void damageIsSaid_data()
    {
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("words")
            << QByteArray("this is not a database, and longer than a header is: ").repeated(8);
        QTest::newRow("noise") << QByteArray::fromHex("9f3c00ff17").repeated(4'096);
        QTest::newRow("a header alone") << QByteArray("SQLite format 3\0", 16) + QByteArray(4'080, '\xee');
    }

    void damageIsSaid()
    {
        QFETCH(const QByteArray, contents);
        write(contents);
        const auto database = Database::open(path());
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Kind::Corrupt);
        QCOMPARE(database.error().subject, path());
        QVERIFY(database.error().message.contains(path()));
        QFile untouched(path());
        QVERIFY(untouched.open(QFile::ReadOnly));
        QCOMPARE(untouched.readAll(), contents);
    }

    void damageInTheMiddleIsSaidWhenItIsMet()
    {
        {
            auto database = Database::open(path());
            QVERIFY(database);
            QVERIFY(createAndFill(**database, 50));
        }
        QFile file(path());
        QVERIFY(file.open(QFile::ReadWrite));
        const qint64 size = file.size();
        QVERIFY(file.seek(4'096));
        QCOMPARE(file.write(QByteArray(static_cast<int>(size - 4'096), '\xa5')), size - 4'096);
        file.close();
        auto database = Database::open(path());
        QVERIFY(database);
        const auto read = (*database)->query(u"SELECT * FROM item"_s, {}, {});
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Kind::Corrupt);
    }

    void aPlaceThatCannotBeWrittenIsSaid_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::addColumn<bool>("fileIsWritable");
        QTest::newRow("a new file in a read-only folder") << false << true;
        QTest::newRow("a read-only file in a read-only folder") << true << false;
        QTest::newRow("a writable file in a read-only folder") << true << true;
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        QFETCH(const bool, exists);
        QFETCH(const bool, fileIsWritable);
        if (exists) {
            auto database = Database::open(path());
            QVERIFY(database && createAndFill(**database, 1));
        }
        if (exists)
            QVERIFY(QFile::setPermissions(path(), fileIsWritable ? everything : readable));
        QVERIFY(QFile::setPermissions(m_folder.path(), enterable));
        const AsOrdinaryUser user;
        const auto database = Database::open(path());
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Kind::ReadOnly);
        QCOMPARE(database.error().subject, path());
        QVERIFY(database.error().message.contains(path()));
    }

    void aMissingFolderIsSaid()
    {
        const auto database = Database::open(m_folder.filePath(u"nowhere/shop.db"_s));
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Kind::NotFound);
        QVERIFY(database.error().message.contains(u"folder"_s));
    }

    void aFolderIsNotADatabase()
    {
        const auto database = Database::open(m_folder.path());
        QVERIFY(!database);
        QVERIFY(database.error().message.contains(m_folder.path()));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseFailures)
#include "tst_databasefailures.moc"
