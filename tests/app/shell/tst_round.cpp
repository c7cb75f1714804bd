// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/round.h>

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using app::shell::Round;

class TestRound : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksOnceUntilItIsAnswered()
    {
        Round round(1ms, 1);
        QSignalSpy due(&round, &Round::due);
        round.setWanted(true);
        QTRY_COMPARE(due.size(), 1);
        QTest::qWait(30);
        QCOMPARE(due.size(), 1);
        round.answered(0ns);
        QTRY_COMPARE(due.size(), 2);
    }

    void restsTheLongerTheLongerAReadingTakes()
    {
        Round round(1ms, 0.01);
        QSignalSpy due(&round, &Round::due);
        round.setWanted(true);
        QTRY_COMPARE(due.size(), 1);
        round.answered(10s); // so the next one comes after a minute, the longest rest
        QTest::qWait(30);
        QCOMPARE(due.size(), 1);
        round.hurry();
        QTRY_COMPARE(due.size(), 2);
    }

    void whoHurriesWhileItIsReadIsHeardAfterwards()
    {
        Round round(1h, 1);
        QSignalSpy due(&round, &Round::due);
        round.setWanted(true);
        QTRY_COMPARE(due.size(), 1);
        round.hurry();
        round.answered(0ns);
        QTRY_COMPARE(due.size(), 2);
    }

    void doesNothingWhenNobodyLooks()
    {
        Round round(1ms, 1);
        QSignalSpy due(&round, &Round::due);
        round.hurry();
        round.setWanted(true);
        round.setWanted(false);
        QTest::qWait(30);
        QCOMPARE(due.size(), 0);
    }

    void restsWhileItIsPausedAndAsksAtOnceAfterwards()
    {
        Round round(1ms, 1);
        QSignalSpy due(&round, &Round::due);
        round.setPaused(true);
        round.setWanted(true);
        round.hurry();
        QTest::qWait(30);
        QCOMPARE(due.size(), 0);
        round.setPaused(false);
        QTRY_COMPARE(due.size(), 1);
        round.setPaused(true);
        round.answered(0ns);
        QTest::qWait(30);
        QCOMPARE(due.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRound)
#include "tst_round.moc"
