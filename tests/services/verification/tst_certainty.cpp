// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/verification/certainty.h>

#include <QTest>

using namespace services::verification;
using services::experiment::Tally;

// Which measurements say something.
class TestCertainty : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheScoreInterval();
    void knowsWhatIsAlike();
    void decides_data();
    void decides();
};

// Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263 and 15 of 148, by the score method.
void TestCertainty::isTheScoreInterval()
{
    const auto many = shareInterval(81, 263);
    QVERIFY(qAbs(many.low - 0.2553) < 5e-5 && qAbs(many.high - 0.3662) < 5e-5);
    const auto few = shareInterval(15, 148);
    QVERIFY(qAbs(few.low - 0.0624) < 5e-5 && qAbs(few.high - 0.1605) < 5e-5);
    const double oneSided = 1.645 * 1.645; // all of one kind
    QCOMPARE(shareInterval(0, 20).low, 0.0);
    QCOMPARE(shareInterval(0, 20).high, oneSided / (20 + oneSided));
    QCOMPARE(shareInterval(20, 20).low, 20 / (20 + oneSided));
    QCOMPARE(shareInterval(20, 20).high, 1.0);
    QCOMPARE(shareInterval(0, 0).low, 0.0);
    QCOMPARE(shareInterval(0, 0).high, 1.0);
}

void TestCertainty::knowsWhatIsAlike()
{
    QVERIFY(isUniform({5, 5, 0}));
    QVERIFY(isUniform({5, 0, 0}));
    QVERIFY(isUniform({5, 5, 5}));
    QVERIFY(isUniform({0, 0, 0}));
    QVERIFY(!isUniform({5, 4, 0}));
    QVERIFY(!isUniform({5, 5, 1}));
    QVERIFY(!isUniform({5, 4, 4})); // none in full, but one failed
}

void TestCertainty::decides_data()
{
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("succeeded");
    QTest::addColumn<int>("degraded");
    QTest::addColumn<bool>("isDecided");
    QTest::newRow("all are well") << 25 << 25 << 0 << true;
    QTest::newRow("all are well, but one in ten may not be") << 24 << 24 << 0 << false;
    QTest::newRow("all of five are well") << 5 << 5 << 0 << false;
    QTest::newRow("all fail") << 20 << 0 << 0 << true;
    QTest::newRow("all of three fail") << 3 << 0 << 0 << true;
    QTest::newRow("both of two fail") << 2 << 0 << 0 << false;
    QTest::newRow("all are degraded") << 20 << 20 << 20 << true;
    QTest::newRow("all of three are degraded") << 3 << 3 << 3 << true;
    QTest::newRow("few are degraded, of few") << 20 << 20 << 1 << false;
    QTest::newRow("few are degraded, of many") << 200 << 200 << 4 << true;
    QTest::newRow("some fail") << 200 << 150 << 0 << true;
    QTest::newRow("about half fail") << 40 << 22 << 0 << false;
    QTest::newRow("about half fail, of many") << 400 << 150 << 0 << true;
    QTest::newRow("nobody has tried") << 0 << 0 << 0 << false;
}

void TestCertainty::decides()
{
    QFETCH(int, attempts);
    QFETCH(int, succeeded);
    QFETCH(int, degraded);
    QTEST(isDecided(Tally{attempts, succeeded, degraded}), "isDecided");
}

QTEST_GUILESS_MAIN(TestCertainty)
#include "tst_certainty.moc"
