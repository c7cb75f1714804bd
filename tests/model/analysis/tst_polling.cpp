// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/polling.h>

#include <QTest>

using namespace model::analysis;

namespace {

constexpr double afterAll = 100; // seconds
constexpr Patience patience{2, 15, 0.2, 1.5};

bool isAbout(double actual, double expected, double tolerance = 1e-6)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qInfo("%f instead of %f", actual, expected);
    return false;
}

double all(const Waiting &waiting)
{
    return waiting.inTime + waiting.late + waiting.lost + waiting.gaveUp + waiting.gaveUpLate;
}

Mixture often(double share, Fate fate)
{
    Mixture mixture(Fate{1 - share});
    fate.share = share;
    mixture.add(fate);
    return mixture;
}

} // namespace

// Somebody who waits asks again and again, as the load generator's customers do.
class TestPolling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsThereIsAnsweredAtOnce();
    void whatComesSoonIsInTime();
    void slowAnswersMayBeLate();
    void whatComesLaterIsLate();
    void whatNeverComesIsLost();
    void whoIsAwayIsAskedAgain();
    void whoCannotBeReachedIsGivenUp();
    void givingUpMayFollowLateness();
    void lateOnesCountAsLongAsTheyWait();
    void wellFromThenOn();
    void aFallbackDegrades();
};

void TestPolling::whatIsThereIsAnsweredAtOnce()
{
    const auto waiting = waitFor({0}, Mixture(Fate{}), patience, afterAll);
    QVERIFY(isAbout(waiting.inTime, 1));
    QVERIFY(isAbout(waiting.polls, 1));
    QVERIFY(isAbout(waiting.seconds, 0));
}

void TestPolling::whatComesSoonIsInTime()
{
    const auto waiting = waitFor({0.5}, Mixture({1, 0.1, Ending::Full}), patience, afterAll);
    QVERIFY(isAbout(waiting.inTime, 1));
    QVERIFY(isAbout(waiting.polls, 3)); // at 0, 0.3 and 0.6
    QVERIFY(isAbout(waiting.seconds, 0.7));
}

void TestPolling::slowAnswersMayBeLate()
{
    QVERIFY(isAbout(waitFor({0}, Mixture({1, 2.5, Ending::Full}), patience, afterAll).late, 1));
    QVERIFY(isAbout(waitFor({0}, Mixture({1, 1.9, Ending::Full}), patience, afterAll).inTime, 1));
    // Asked at 0 and 1.2; told the second time at 2.2.
    QVERIFY(isAbout(waitFor({0.5}, Mixture({1, 1, Ending::Full}), patience, afterAll).late, 1));
}

void TestPolling::whatComesLaterIsLate()
{
    const auto waiting = waitFor({5}, Mixture(Fate{}), patience, afterAll);
    QVERIFY(isAbout(waiting.late, 1));
    QVERIFY(isAbout(waiting.polls, 14)); // 12 up to 2.2, then at 3.7 and 5.2
    QVERIFY(isAbout(waiting.seconds, 5.2, 0.05));
}

void TestPolling::whatNeverComesIsLost()
{
    const auto waiting = waitFor({never}, Mixture(Fate{}), patience, afterAll);
    QVERIFY(isAbout(waiting.lost, 1));
    QVERIFY(isAbout(waiting.seconds, 15, 0.05));
}

void TestPolling::whoIsAwayIsAskedAgain()
{
    const auto half = waitFor({0}, often(0.5, {1, 0, Ending::Away}), patience, afterAll);
    QVERIFY(isAbout(half.inTime, 1, 0.001));
    QVERIFY(isAbout(half.polls, 2, 0.001));
    QVERIFY(isAbout(waitFor({0}, Mixture({1, 0, Ending::Away}), patience, afterAll).lost, 1));
}

void TestPolling::whoCannotBeReachedIsGivenUp()
{
    const auto waiting = waitFor({0.3}, often(0.1, {1, 5, Ending::Silent}), patience, afterAll);
    QVERIFY(isAbout(waiting.gaveUp, 1 - 0.9 * 0.9 * 0.9)); // asks at 0, 0.2 and 0.4
    QVERIFY(isAbout(all(waiting), 1));
}

void TestPolling::givingUpMayFollowLateness()
{
    const auto waiting = waitFor({3}, often(0.1, {1, 0, Ending::Reset}), patience, afterAll);
    QVERIFY(isAbout(waiting.gaveUp, 1 - std::pow(0.9, 12), 0.04)); // after the first after two seconds
    QVERIFY(waiting.gaveUpLate > 0.02);
    QVERIFY(isAbout(all(waiting), 1));
}

void TestPolling::lateOnesCountAsLongAsTheyWait()
{
    QVERIFY(isAbout(waitFor({never}, Mixture(Fate{}), patience, afterAll).lingering, 13, 0.25));
    QVERIFY(isAbout(waitFor({never}, Mixture(Fate{}), patience, 6).lingering, 4, 0.25));
    QVERIFY(isAbout(waitFor({1}, Mixture(Fate{}), patience, afterAll).lingering, 0));
}

void TestPolling::wellFromThenOn()
{
    const auto waiting = waitFor({0, 0.9}, Mixture({1, 0, Ending::Away}), patience, afterAll);
    QVERIFY(isAbout(waiting.inTime, 1));
    QVERIFY(isAbout(waiting.seconds, 1, 0.05));
}

void TestPolling::aFallbackDegrades()
{
    const auto waiting = waitFor({0}, often(0.25, {1, 0, Ending::Degraded}), patience, afterAll);
    QVERIFY(isAbout(waiting.inTime, 1));
    QVERIFY(isAbout(waiting.degraded, 0.25));
}

QTEST_GUILESS_MAIN(TestPolling)

#include "tst_polling.moc"
