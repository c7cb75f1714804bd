// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results.h"

#include <services/experiment/journeymonitor.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::experiment;
using namespace tests::experiment;

Q_DECLARE_METATYPE(services::experiment::JourneyState)

// The state of a journey over a sliding window.
class TestJourneyMonitor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsTheState_data();
    void tellsTheState();
    void forgetsWhatIsOld();
    void keepsTheLastAttemptsOfARareJourney();
    void countsALateAttemptWhileItIsUnderWay();
    void tellsThatLateAttemptsAreLost();
    void aLostOneAmongManyLateOnesDoesNotDecide();
    void aBurstOfThoseWhoGetThroughDoesNotDecide();
    void countsByWhenAttemptsEnd();
    void keepsJourneysApart();

private:
    const model::system::JourneyId m_browse{u"browse"_s};
};

void TestJourneyMonitor::tellsTheState_data()
{
    QTest::addColumn<QByteArray>("outcomes");
    QTest::addColumn<JourneyState>("state");
    QTest::newRow("nobody has tried") << QByteArray("") << JourneyState::Unknown;
    QTest::newRow("all is well") << QByteArray("wwwwwwwwww") << JourneyState::Working;
    QTest::newRow("one in ten fails") << QByteArray("wwwwxwwwww") << JourneyState::Working;
    QTest::newRow("two in ten fail") << QByteArray("wwxwxwwwww") << JourneyState::Degraded;
    QTest::newRow("two in ten are degraded") << QByteArray("wwdwdwwwww") << JourneyState::Degraded;
    QTest::newRow("one fails and one is degraded") << QByteArray("wwdwxwwwww") << JourneyState::Degraded;
    QTest::newRow("all are degraded") << QByteArray("dddddddddd") << JourneyState::Degraded;
    QTest::newRow("half fail") << QByteArray("wxwxwxwxwx") << JourneyState::Degraded;
    QTest::newRow("more than half fail") << QByteArray("xxwxwxwxwx") << JourneyState::Down;
    QTest::newRow("all fail") << QByteArray("xxxxxxxxxx") << JourneyState::Down;
}

void TestJourneyMonitor::tellsTheState()
{
    QFETCH(QByteArray, outcomes);
    QFETCH(JourneyState, state);
    std::vector<JourneyResult> results;
    addAttempts(results, 0ms, outcomes.constData());
    JourneyMonitor monitor;
    for (const auto &result : results)
        monitor.add(result);
    QCOMPARE(monitor.tally(m_browse, at(1s)).state(), state);
}

void TestJourneyMonitor::forgetsWhatIsOld()
{
    JourneyMonitor monitor;
    std::vector<JourneyResult> results;
    addAttempts(results, 0ms, "xxxxxxxxxx");
    addAttempts(results, 1s, "wwwwwwwwww");
    for (const auto &result : results)
        monitor.add(result);
    QCOMPARE(monitor.tally(m_browse, at(1990ms)).attempts, 20);
    const auto later = monitor.tally(m_browse, at(2950ms));
    QCOMPARE(later.attempts, 10);
    QCOMPARE(later.state(), JourneyState::Working);
    QCOMPARE(monitor.tally(m_browse, at(20s)).state(), JourneyState::Unknown);
}

void TestJourneyMonitor::keepsTheLastAttemptsOfARareJourney()
{
    JourneyMonitor monitor;
    for (auto start = 0s; start < 8s; ++start)
        monitor.add(attempt(start, start == 7s ? 'x' : 'w'));
    // Two within the window, five with the reserve: the lone failure does not decide.
    const auto tally = monitor.tally(m_browse, at(8s));
    QCOMPARE(tally.attempts, 5);
    QCOMPARE(tally.failed(), 1);
    QCOMPARE(monitor.tally(m_browse, at(16s)).attempts, 2); // none is kept longer than ten seconds
}

void TestJourneyMonitor::countsALateAttemptWhileItIsUnderWay()
{
    JourneyMonitor monitor;
    auto late = attempt(0ms, 'd', 2s);
    late.late = late.pending = true;
    monitor.add(late);
    monitor.add(late);
    QCOMPARE(monitor.tally(m_browse, at(12s)), (Tally{1, 1, 1, 1}));
    late.pending = false;
    late.duration = 14s;
    late.outcome = Outcome::Failed;
    monitor.add(late);
    QCOMPARE(monitor.tally(m_browse, at(14s)), (Tally{1, 0, 0}));
}

// Somebody arrives ten times a second from 0 s to 40 s. Until the message comes again, at 30 s, each attempt
// is late after 2 s and lost after 15 s.
void TestJourneyMonitor::tellsThatLateAttemptsAreLost()
{
    JourneyMonitor monitor;
    std::deque<JourneyResult> underWay;
    const auto end = [&](std::chrono::milliseconds now, char letter) {
        auto ended = underWay.front();
        underWay.pop_front();
        ended.pending = false;
        ended.outcome = outcomeOf(letter);
        ended.duration = at(now) - ended.intendedStart;
        monitor.add(ended);
    };
    std::map<int, JourneyState> states;
    for (auto now = 2s + 0ms; now <= 40s; now += 100ms) {
        const bool isBack = now >= 30s;
        if (isBack)
            monitor.add(attempt(now, 'w'));
        while (isBack && !underWay.empty())
            end(now, 'd');
        if (!underWay.empty() && at(now) - underWay.front().intendedStart > 15s)
            end(now, 'x');
        if (!isBack) {
            underWay.push_back(attempt(now - 2s, 'd', 2s));
            underWay.back().late = underWay.back().pending = true;
            monitor.add(underWay.back());
        }
        if (now % 1s == 0ms)
            states[int(now / 1s)] = monitor.tally(m_browse, at(now)).state();
    }
    QCOMPARE(states[3], JourneyState::Degraded); // it may still come
    QCOMPARE(states[14], JourneyState::Degraded);
    for (int second = 17; second < 30; ++second)
        QCOMPARE(states[second], JourneyState::Down);
    QCOMPARE(states[30], JourneyState::Degraded); // all that were waited for have come, late
    QCOMPARE(states[40], JourneyState::Working);
}

void TestJourneyMonitor::aLostOneAmongManyLateOnesDoesNotDecide()
{
    JourneyMonitor monitor;
    const auto lateOne = [](std::chrono::milliseconds start, char letter) {
        auto late = attempt(start, letter, 4s);
        late.late = true;
        return late;
    };
    for (int i = 0; i < 5; ++i) {
        auto waiting = lateOne(5s, 'd');
        waiting.pending = true;
        monitor.add(waiting);
        monitor.add(lateOne(4s, i == 2 ? 'x' : 'd'));
    }
    QCOMPARE(monitor.tally(m_browse, at(8s)), (Tally{10, 9, 9, 9}));
    for (int i = 0; i < 4; ++i)
        monitor.add(lateOne(4500ms, 'x'));
    QCOMPARE(monitor.tally(m_browse, at(8500ms)), (Tally{14, 4, 4, 4}));
    QCOMPARE(monitor.tally(m_browse, at(20s)), (Tally{5, 5, 5, 5})); // long ago: who knows
}

// Where only now and then somebody gets through, some do so at once.
void TestJourneyMonitor::aBurstOfThoseWhoGetThroughDoesNotDecide()
{
    JourneyMonitor monitor;
    for (int i = 0; i < 20; ++i) {
        auto waiting = attempt(8s, 'd');
        waiting.late = waiting.pending = true;
        monitor.add(waiting);
        auto ended = attempt(i < 14 ? 4s : 5500ms, i < 14 ? 'x' : 'd', 4s);
        ended.late = true;
        monitor.add(ended);
    }
    const auto tally = monitor.tally(m_browse, at(9900ms));
    QCOMPARE(tally.attempts, 40);
    QCOMPARE(tally.succeeded, 6);
}

void TestJourneyMonitor::countsByWhenAttemptsEnd()
{
    JourneyMonitor monitor;
    monitor.add(attempt(0ms, 'x', 5s)); // timed out
    monitor.add(attempt(100ms, 'w')); // its batch came later
    QCOMPARE(monitor.tally(m_browse, at(5s)).failed(), 1);
    QCOMPARE(monitor.tally(m_browse, at(5s)).attempts, 2);
    QCOMPARE(monitor.tally(m_browse, at(11s)).attempts, 1);
}

void TestJourneyMonitor::keepsJourneysApart()
{
    JourneyMonitor monitor;
    auto other = attempt(0ms, 'x');
    other.journey = {u"search"_s};
    monitor.add(other);
    monitor.add(attempt(0ms, 'w'));
    QCOMPARE(monitor.tally(m_browse, at(1s)).state(), JourneyState::Working);
    QCOMPARE(monitor.tally(other.journey, at(1s)).state(), JourneyState::Down);
    QCOMPARE(monitor.tally({u"none"_s}, at(1s)).state(), JourneyState::Unknown);
}

QTEST_GUILESS_MAIN(TestJourneyMonitor)
#include "tst_journeymonitor.moc"
