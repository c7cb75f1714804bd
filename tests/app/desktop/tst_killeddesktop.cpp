// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/booksreading.h>
#include <services/platform/folderaudit.h>

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <tests/support/shop.h>
#include <tests/support/waitfor.h>

#include <csignal>
#include <functional>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::platform;
using services::experiment::Audit;

namespace {

constexpr int patience = 60'000; // only bounds a test that hangs

} // namespace

// The desktop is killed, again and again, with purchases under way in both shapes. The next start finds its
// stores and goes on where they are: what was under way is confirmed or undone, and the books balance.
class TestKilledDesktop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void purchasesGoOnWhereTheyWere();

private:
    std::unique_ptr<QProcess> open(int shoppers) const;
    QStringList folders() const;
    std::optional<Audit> books() const;
    bool untilBooks(const std::function<bool(const Audit &)> &hold) const;

    tests::support::Shop m_shop;
    QTemporaryDir m_home;
};

std::unique_ptr<QProcess> TestKilledDesktop::open(int shoppers) const
{
    const QString settings = m_home.filePath(u"config/faultline"_s);
    QDir().mkpath(settings);
    QFile file(settings + u"/settings.json"_s);
    if (!file.open(QFile::WriteOnly)
        || file.write(R"({"formatVersion": 1, "shoppersPerSecond": )" + QByteArray::number(shoppers) + "}")
            < 0)
        qFatal("The settings cannot be written");
    file.close();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
    environment.insert(u"XDG_STATE_HOME"_s, m_home.filePath(u"state"_s));
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::ForwardedChannels);
    process->start(QStringLiteral(FAULTLINE_DESKTOP), QStringList());
    if (!process->waitForStarted())
        qFatal("The desktop does not start");
    return process;
}

QStringList TestKilledDesktop::folders() const
{
    const QDir work(m_home.filePath(u"data/faultline/work"_s));
    QStringList found;
    for (const auto &entry : work.entryList({u"shops-*"_s}, QDir::Dirs))
        found.append(work.filePath(entry + u"/stores"_s));
    return found;
}

// As they are at this moment, while the desktop goes on; nothing: they are not all there yet.
std::optional<Audit> TestKilledDesktop::books() const
{
    const auto found = folders();
    if (found.size() != 1)
        return std::nullopt;
    std::vector<AuditedFleet> fleets;
    for (const auto &shape : m_shop.shapes())
        fleets.push_back({shape});
    auto audit = booksOf(m_shop.system, fleets, found.front());
    return audit && audit->unread.isEmpty() ? audit : std::nullopt;
}

bool TestKilledDesktop::untilBooks(const std::function<bool(const Audit &)> &hold) const
{
    const QDeadlineTimer limit(patience);
    while (!limit.hasExpired()) {
        const auto audit = books();
        if (audit && hold(*audit))
            return true;
        QTest::qSleep(5);
    }
    return false;
}

// A program that has only just begun has no time yet to end tidily.
static bool obeysTermination(const QProcess &program)
{
    QFile status(u"/proc/%1/status"_s.arg(program.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    for (const auto &line : status.readAll().split('\n')) {
        if (line.startsWith("SigCgt:"))
            return (line.mid(7).trimmed().toULongLong(nullptr, 16) >> (SIGTERM - 1)) & 1U;
    }
    return false;
}

void TestKilledDesktop::purchasesGoOnWhereTheyWere()
{
    qint64 confirmed = 0;
    const auto confirmedIn = [](const Audit &audit) {
        qint64 least = std::numeric_limits<qint64>::max();
        for (const auto &sum : audit.sums) {
            if (sum.what == u"confirmed orders")
                least = std::min(least, sum.amount);
        }
        return least;
    };
    for (int round = 0; round < 3; ++round) {
        const auto desktop = open(150);
        QVERIFY(untilBooks(
            [&](const Audit &audit) { return confirmedIn(audit) >= confirmed + 5 && audit.inFlight > 0; }));
        desktop->kill();
        QVERIFY(desktop->waitForFinished(patience));
        QCOMPARE(desktop->exitStatus(), QProcess::CrashExit);
        QCOMPARE(folders().size(), 1);
        confirmed = confirmedIn(books().value());
    }
    const auto last = open(0);
    QVERIFY(
        untilBooks([&](const Audit &audit) { return audit.balances() && confirmedIn(audit) >= confirmed; }));
    last->kill(); // so that nobody writes, and the stores stay for us to look at
    QVERIFY(last->waitForFinished(patience));
    services::waiting::WaitScope scope;
    const auto atRest
        = tests::support::waitFor(auditAtRest({m_shop.system, m_shop.shapes(), folders().front()}, scope));
    QVERIFY2(atRest, qPrintable(atRest ? QString() : atRest.error().message));
    QVERIFY2((*atRest)->balances(), qPrintable((*atRest)->complaints().join(u'\n')));

    const auto ended = open(0);
    QVERIFY(untilBooks([&](const Audit &audit) { return audit.balances(); }));
    QVERIFY(tests::support::turnUntil([&] { return obeysTermination(*ended); }, patience * 1ms));
    ended->terminate();
    QVERIFY(ended->waitForFinished(patience));
    QCOMPARE(ended->exitCode(), 0);
    QCOMPARE(folders(), QStringList());
}

QTEST_GUILESS_MAIN(TestKilledDesktop)
#include "tst_killeddesktop.moc"
