// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/faults/leak.h>

#include <QFile>
#include <QTest>

#include <tests/support/faketimers.h>
#include <unistd.h>

using namespace std::chrono_literals;
using services::faults::Leak;

namespace {

// What this process keeps in memory, really.
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace

class TestLeak : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesMemoryForRealAndGivesItBack()
    {
        tests::support::FakeClock clock;
        tests::support::FakeTimers timers(clock);
        int full = 0;
        Leak leak(timers, [&] { ++full; });
        const auto before = residentBytes();
        leak.start({16, 64});
        timers.advance(2s);
        QVERIFY(leak.bytes() > 31'000'000 && leak.bytes() <= 32'000'000);
        QVERIFY(residentBytes() - before > 30'000'000);
        leak.start({16, 64}); // as the board has other news
        QVERIFY(leak.bytes() > 31'000'000);
        timers.advance(1s);
        QCOMPARE(full, 0);
        timers.advance(2s);
        QCOMPARE(full, 1);
        QVERIFY(leak.bytes() <= 64'000'000);
        leak.stop();
        QCOMPARE(leak.bytes(), 0U);
        QVERIFY(residentBytes() - before < 10'000'000);
        QCOMPARE(timers.planned(), 0U);
    }

    void givesBackWhatItHasWhenItGoes()
    {
        tests::support::FakeClock clock;
        tests::support::FakeTimers timers(clock);
        const auto before = residentBytes();
        {
            Leak leak(timers, [] {});
            leak.start({256, 1024});
            timers.advance(200ms);
            QVERIFY(leak.bytes() > 40'000'000);
        }
        QVERIFY(residentBytes() - before < 10'000'000);
        QCOMPARE(timers.planned(), 0U);
    }
};

QTEST_GUILESS_MAIN(TestLeak)
#include "tst_leak.moc"
