// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/protection.h>

#include <QTest>

using namespace model::analysis;

namespace {

const model::operation::BreakerPolicy
    policy; // eight in ten slow of the ten seconds' calls, but of ten at least

// Six calls a second, of which each is slow with such a probability.
Flow::OfCall slow(double share)
{
    constexpr double perSecond = 6;
    Flow::OfCall flow;
    flow.perSecond = perSecond;
    flow.slow = perSecond * share;
    flow.held = perSecond * 1;
    return flow;
}

double opensAfter(double share, double wellFor)
{
    return secondsUntilOpen(policy, slow(share), {1, wellFor});
}

} // namespace

// Which call is bad is a matter of chance.
class TestProtection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBreakerOpensAtOnceWhenAllAreBad();
    void whatWasWellBeforeCountsAsWell();
    void fewBadOnesOpenItByChance();
    void whoTriesInVainStaysOpen();
    void whoIsWellAgainStaysClosed();
};

void TestProtection::aBreakerOpensAtOnceWhenAllAreBad()
{
    QCOMPARE(opensAfter(1, 0), 1 + 10 / 6.0); // the tenth call has ended
    QCOMPARE(opensAfter(0, 0), never);
    auto rare = slow(1);
    rare.perSecond = 0.9; // nine calls in ten seconds
    QCOMPARE(secondsUntilOpen(policy, rare, {1, 0}), never);
}

// Of 54 calls in the window, when the first new one has ended, 44 have to be bad.
void TestProtection::whatWasWellBeforeCountsAsWell()
{
    QCOMPARE(opensAfter(1, 30), 1 + 44 / 6.0);
    QVERIFY(opensAfter(0.9, 30) > opensAfter(1, 30));
    QVERIFY(opensAfter(0.9, 30) < 10);
}

// Six in ten are slow: of ten calls eight are so one time in six, of sixty hardly ever.
void TestProtection::fewBadOnesOpenItByChance()
{
    QVERIFY(opensAfter(0.6, 0) > 300);
    QVERIFY(opensAfter(0.5, 30) == never);
    QCOMPARE(opensAfter(0.75, 0), 1 + 10 / 6.0); // of the first ten, as likely as not
    QVERIFY(opensAfter(0.75, 30) > 10 && opensAfter(0.75, 30) < 20); // of some ten later on
    QVERIFY(opensAfter(0.78, 30) < opensAfter(0.75, 30));
}

// Three trials in a row have to be well.
void TestProtection::whoTriesInVainStaysOpen()
{
    const double stopped = stoppedByBreaker(policy, slow(0.6));
    QVERIFY2(stopped > 0.7 && stopped < 0.9, qPrintable(QString::number(stopped)));
    QVERIFY(stoppedByBreaker(policy, slow(1)) > stopped);
}

void TestProtection::whoIsWellAgainStaysClosed()
{
    QCOMPARE(stoppedByBreaker(policy, slow(0)), 0.0);
    QCOMPARE(stoppedByBreaker(policy, slow(0.05)), 0.0);
}

QTEST_GUILESS_MAIN(TestProtection)

#include "tst_protection.moc"
