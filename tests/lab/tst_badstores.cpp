// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace tests::lab;

namespace {

constexpr uid_t nobody = 65534;

// In the child, before it becomes the program: a disk that is full is an error, not a signal.
void ignoreFileSizeSignal()
{
    std::signal(SIGXFSZ, SIG_IGN);
}

// Root may write everywhere, so the program is somebody else.
void becomeNobody()
{
    if (geteuid() == 0 && setuid(nobody) != 0)
        _exit(127);
}

// No file of the process may grow beyond so many bytes, from now on: to the program, a disk that is full.
bool limitFiles(const QProcess &process, rlim_t bytes)
{
    const rlimit limit{bytes, RLIM_INFINITY};
    return prlimit(static_cast<pid_t>(process.processId()), RLIMIT_FSIZE, &limit, nullptr) == 0;
}

} // namespace

// Databases that cannot be used: the program says so, nothing is lost, and it goes on once they can.
class TestBadStores : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void refusesADiskThatIsFullAtTheStart();
    void survivesADiskThatFillsUp();
    void refusesWhatItMayOnlyRead();
    void refusesACorruptBroker();

private:
    QStringList serving() const
    {
        return {u"serve"_s, u"--packaging"_s, u"microservices"_s, u"--data"_s, m_folder->filePath(u"data"_s)};
    }
    // Starts the program, waits until it serves, and answers where its storefront is.
    QUrl serve(QProcess &process) const;
    void prepareStores() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

QUrl TestBadStores::serve(QProcess &process) const
{
    const auto ready = QJsonDocument::fromJson(readLine(process)).object();
    return QUrl(ready[u"fleets"].toObject()[u"microservices"].toObject()[u"storefront"].toString());
}

void TestBadStores::prepareStores() const
{
    const auto process = start(serving());
    QVERIFY(!serve(*process).isEmpty());
    process->terminate();
    QVERIFY(process->waitForFinished());
}

void TestBadStores::refusesADiskThatIsFullAtTheStart()
{
    const auto ended = lab(serving(), std::chrono::seconds(60), [] {
        ignoreFileSizeSignal();
        const rlimit limit{16 * 1024, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limit);
    });
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.data, QByteArray());
    QVERIFY2(ended.words.contains(u"full"_s), qPrintable(ended.words));
    QVERIFY2(ended.words.contains(m_folder->path()), qPrintable(ended.words));
}

void TestBadStores::survivesADiskThatFillsUp()
{
    const auto process = start(serving(), ignoreFileSizeSignal);
    const auto door = serve(*process);
    QVERIFY(!door.isEmpty());
    const auto with = [&](const QString &path) { return door.resolved(QUrl(path)); };
    const auto account = [](const QByteArray &name) {
        return R"({"email":")" + name + R"(@example.test","password":"long enough 1","name":"Ada"})";
    };
    QCOMPARE(ask("POST", with(u"/api/accounts"_s), {}, account("before")).status, 201);

    QVERIFY(limitFiles(*process, 1));
    const auto refused = ask("POST", with(u"/api/accounts"_s), {}, account("meanwhile"));
    QVERIFY2(refused.status >= 500, QJsonDocument(refused.body).toJson().constData());
    QVERIFY2(refused.body[u"detail"].toString().contains(u"full"_s),
             QJsonDocument(refused.body).toJson().constData());
    QCOMPARE(ask("GET", with(u"/api/products/p-0001"_s), {}).status, 200); // who only reads goes on

    QVERIFY(limitFiles(*process, RLIM_INFINITY));
    QCOMPARE(ask("POST", with(u"/api/accounts"_s), {}, account("after")).status, 201);
    QCOMPARE(ask("POST", with(u"/api/accounts"_s), {}, account("meanwhile")).status,
             201); // was not half made
    QCOMPARE(ask("POST", with(u"/api/accounts"_s), {}, account("before")).status, 409); // is still there
    process->terminate();
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitCode(), 0);
}

void TestBadStores::refusesWhatItMayOnlyRead()
{
    prepareStores();
    const auto path = m_folder->filePath(u"data"_s);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions::fromInt(0x5555)));
    QVERIFY(QProcess::execute(u"chmod"_s, {u"-R"_s, u"a-w,a+rX"_s, path}) == 0);
    const auto ended = lab(serving(), std::chrono::seconds(60), becomeNobody);
    QVERIFY(QProcess::execute(u"chmod"_s, {u"-R"_s, u"u+w"_s, m_folder->path()}) == 0); // to be tidied up
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.data, QByteArray());
    QVERIFY2(ended.words.contains(path), qPrintable(ended.words));
}

void TestBadStores::refusesACorruptBroker()
{
    prepareStores();
    const auto path = m_folder->filePath(u"data/microservices/broker.db"_s);
    QVERIFY(QFile::exists(path));
    QFile::remove(path + u"-wal"_s);
    QFile::remove(path + u"-shm"_s);
    const QByteArray rubbish(64 * 1024, 'x');
    QFile broker(path);
    QVERIFY(broker.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(broker.write(rubbish), rubbish.size());
    broker.close();
    const auto ended = lab(serving());
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.data, QByteArray());
    QVERIFY2(ended.words.contains(u"broker.db"_s), qPrintable(ended.words));
    QVERIFY(broker.open(QIODevice::ReadOnly));
    QCOMPARE(broker.readAll(), rubbish); // nobody has "repaired" it
}

QTEST_GUILESS_MAIN(TestBadStores)
#include "tst_badstores.moc"
