// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/coordinatedtester.h>

#include <QTest>

using namespace std::chrono_literals;
using services::load::JourneyResult;
using services::platform::CoordinatedTester;
using services::platform::Instant;

class TestCoordinatedTester : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The shop stands still for a second, in which ten others come: he is one who waits, and asks nothing.
    void leavesOutWhatOthersWantedWhileItWaited()
    {
        CoordinatedTester tester;
        for (quint64 attempt = 1; attempt <= 30; ++attempt)
            tester.take(result(attempt, attempt == 11 ? 1000ms : 50ms));
        const auto asked = tester.drain(Instant(1h));
        QCOMPARE(asked.size(), size_t(21)); // 1 to 11, and from 21 on, when he is free again
        QCOMPARE(asked[10].attempt, quint64(11));
        QCOMPARE(asked[11].attempt, quint64(21));
    }

    void waitsForWhoHasNotEnded()
    {
        CoordinatedTester tester;
        tester.take(result(1, 10ms));
        tester.take(result(3, 10ms));
        auto asked = tester.drain(Instant(400ms));
        QCOMPARE(asked.size(), size_t(1)); // the second one may be the next
        tester.take(result(2, 500ms));
        asked = tester.drain(Instant(1s));
        QCOMPARE(asked.size(), size_t(1));
        QCOMPARE(asked[0].attempt, quint64(2)); // and the third began while he waited
    }

    void doesNotWaitForSomebodyWhoCameWhileItWaited()
    {
        CoordinatedTester tester;
        tester.take(result(1, 250ms));
        tester.take(result(3, 10ms)); // at 300 ms: so the second came before he was free
        tester.take(result(4, 10ms));
        QCOMPARE(tester.drain(Instant(500ms)).size(), size_t(2));
    }

    void doesNotWaitForNumbersThatStandForNobody()
    {
        CoordinatedTester tester;
        tester.take(result(1, 10ms));
        tester.take(result(3, 10ms));
        QCOMPARE(tester.drain(Instant(1min)).size(), size_t(2));
    }

    void isBounded()
    {
        CoordinatedTester tester;
        for (quint64 attempt = 2; attempt < 10'000; ++attempt)
            tester.take(result(attempt, 1ms));
        const auto asked = tester.drain(Instant(1s));
        QVERIFY(asked.size() <= CoordinatedTester::most && asked.size() > 1000);
    }

private:
    // One every 100 ms.
    static JourneyResult result(quint64 attempt, std::chrono::milliseconds took)
    {
        JourneyResult result;
        result.attempt = attempt;
        result.intendedStart = Instant(attempt * 100ms);
        result.duration = took;
        return result;
    }
};

QTEST_GUILESS_MAIN(TestCoordinatedTester)
#include "tst_coordinatedtester.moc"
