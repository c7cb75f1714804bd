// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results.h"

#include <services/experiment/verdict.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::experiment;
using namespace tests::experiment;
using namespace model::operation;

namespace {

// Warm-up to 1 s, crash at 2 s, order to restart at 4 s, healed at 5 s, end at 7 s.
FleetRecord record()
{
    FleetRecord record;
    record.begin = at(1s);
    record.end = at(7s);
    record.faults = {{u"crash catalogue"_s, at(2s), at(4s), at(5s)}};
    return record;
}

JourneyFigures figures(const FleetRecord &record)
{
    return figuresOf(record, {u"browse"_s});
}

} // namespace

// What is computed from a record of attempts: phases, states, recovery, verdicts.
class TestJourneyFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void putsAttemptsIntoPhases_data();
    void putsAttemptsIntoPhases();
    void withoutAFaultAllIsBefore();
    void tellsTheStateOfEachPhase();
    void tellsTheWorstOfSeveralFaults();
    void measuresLatencyOfSuccessesOnly();
    void recoversWithTheFirstOfThreeSuccesses();
    void recoveryCountsFromTheFaultWithoutARestart();
    void recoversFromNothing();
    void neverRecovers();
    void namesTheCommonestFailure();
    void judges_data();
    void judges();
    void comparesP95WithThatBeforeTheFault();
    void followsP95ThroughAFault();
    void findsTheMomentAtWhichItWentDown_data();
    void findsTheMomentAtWhichItWentDown();
    void comparesWithWhatIsPredicted();
    void anUntriedJourneyIsNotAsExpected();
    void everyFaultMustHaveBeenTried();
};

void TestJourneyFigures::putsAttemptsIntoPhases_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("duration");
    QTest::addColumn<char>("outcome");
    QTest::addColumn<int>("phase"); // -1: none
    const auto row = [](const char *name, int start, int duration, char outcome, int phase) {
        QTest::newRow(name) << start << duration << outcome << phase;
    };
    row("of the warm-up", 900, 10, 'w', -1);
    row("of the warm-up, though it ends later", 900, 3000, 'x', -1);
    row("before", 1500, 10, 'w', 0);
    row("before, and failed for another reason", 1500, 10, 'x', 0);
    row("caught under way and lost", 1995, 10, 'x', 1);
    row("caught under way and delayed", 1995, 2500, 'd', 1);
    row("under way at the crash, but well", 1995, 10, 'w', 0);
    row("during", 2000, 10, 'x', 1);
    row("during, and ended after", 4900, 1000, 'w', 1);
    row("after", 5000, 10, 'w', 2);
}

void TestJourneyFigures::putsAttemptsIntoPhases()
{
    QFETCH(int, start);
    QFETCH(int, duration);
    QFETCH(char, outcome);
    QFETCH(int, phase);
    const auto place = phaseOf(
        attempt(std::chrono::milliseconds(start), outcome, std::chrono::milliseconds(duration)), record());
    QCOMPARE(place ? static_cast<int>(place->phase) : -1, phase);
}

void TestJourneyFigures::withoutAFaultAllIsBefore()
{
    auto quiet = record();
    quiet.faults.clear();
    addAttempts(quiet.results, 1s, "wwwx");
    const auto measured = figures(quiet);
    QCOMPARE(measured.phase(Phase::Before).tally, (Tally{4, 3, 0}));
    QCOMPARE(measured.state(Phase::During), JourneyState::Unknown);
    QVERIFY(!measured.wasLost);
}

void TestJourneyFigures::tellsTheStateOfEachPhase()
{
    auto run = record();
    addAttempts(run.results, 1s, "wwwwwwwwww");
    addAttempts(run.results, 2s, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
    addAttempts(run.results, 5s, "dddddwwwww");
    run.results.back().outcome = Outcome::Degraded;
    run.results.back().late = true;
    const auto measured = figures(run);
    QCOMPARE(measured.state(Phase::Before), JourneyState::Working);
    QCOMPARE(measured.state(Phase::During), JourneyState::Down);
    QCOMPARE(measured.state(Phase::After), JourneyState::Degraded);
    QCOMPARE(measured.tally, (Tally{50, 20, 6, 1}));
}

void TestJourneyFigures::tellsTheWorstOfSeveralFaults()
{
    auto run = record();
    run.end = at(12s);
    run.faults.push_back({u"crash cart"_s, at(8s), at(9s), at(10s)});
    addAttempts(run.results, 2s, "wwwwwwwwww");
    addAttempts(run.results, 8s, "xxxxx");
    addAttempts(run.results, 10s, "wwwww");
    const auto measured = figures(run);
    QCOMPARE(measured.faults.size(), 2u);
    QCOMPARE(measured.faults[0][1].state(), JourneyState::Working);
    QCOMPARE(measured.faults[1][1].state(), JourneyState::Down);
    QCOMPARE(measured.state(Phase::During), JourneyState::Down);
    QCOMPARE(measured.recovery, 1010ms);
    // Between the two it is after the first.
    QCOMPARE(phaseOf(attempt(6s, 'w'), run), (PhaseOfFault{0, Phase::After}));
    QCOMPARE(phaseOf(attempt(7995ms, 'x'), run), (PhaseOfFault{1, Phase::During}));
}

void TestJourneyFigures::measuresLatencyOfSuccessesOnly()
{
    auto run = record();
    run.results = {attempt(1s, 'w', 10ms), attempt(1s, 'w', 20ms), attempt(1s, 'x', 900ms)};
    const auto measured = figures(run);
    QCOMPARE(measured.latency.count(), 2u);
    QVERIFY(measured.latency.maximum() < 21ms);
}

void TestJourneyFigures::recoversWithTheFirstOfThreeSuccesses()
{
    auto run = record();
    addAttempts(run.results, 3s, "xxxxxxxxxx");
    addAttempts(run.results, 4s, "wwxwxxwdww"); // two in a row are not enough; degraded ones succeed
    const auto measured = figures(run);
    QVERIFY(measured.wasLost);
    QCOMPARE(measured.recovery, 610ms); // from the order to restart at 4 s to the end of the attempt at 4.6 s
}

void TestJourneyFigures::recoveryCountsFromTheFaultWithoutARestart()
{
    auto run = record();
    run.faults[0].restartedAt.reset();
    addAttempts(run.results, 2s, "xxxxxwww");
    QCOMPARE(figures(run).recovery, 510ms);
}

void TestJourneyFigures::recoversFromNothing()
{
    auto run = record();
    addAttempts(run.results, 2s, "wwwwwwwwww");
    QVERIFY(!figures(run).wasLost);
    QVERIFY(!figures(run).recovery);
}

void TestJourneyFigures::neverRecovers()
{
    auto run = record();
    addAttempts(run.results, 2s, "xxxxx");
    addAttempts(run.results, 6s, "xxwwx");
    QVERIFY(figures(run).wasLost);
    QVERIFY(!figures(run).recovery);
}

void TestJourneyFigures::namesTheCommonestFailure()
{
    auto run = record();
    addAttempts(run.results, 2s, "xxx");
    run.results[0].message = u"another"_s;
    QCOMPARE(figures(run).commonestFailure, u"GET /: refused"_s);
}

void TestJourneyFigures::judges_data()
{
    QTest::addColumn<Check>("check");
    QTest::addColumn<bool>("held");
    QTest::addColumn<QString>("actual");
    const auto row = [](const char *name, Check check, bool held, QString actual) {
        QTest::newRow(name) << check << held << actual;
    };
    row("the state it has", StateIs{Phase::During, JourneyState::Degraded}, true,
        u"degraded: 8 of 10 attempts succeeded, 1 of them degraded"_s);
    row("another state", StateIs{Phase::During, JourneyState::Working}, false,
        u"degraded: 8 of 10 attempts succeeded, 1 of them degraded (GET /: refused)"_s);
    row("recovery in time", RecoversWithin{10ms}, true, u"10 ms"_s);
    row("recovery too late", RecoversWithin{9ms}, false, u"10 ms (GET /: refused)"_s);
    row("as many failures as allowed", FailuresAtMost{Phase::During, 2}, true, u"2 of 10 attempts failed"_s);
    row("one failure too many", FailuresAtMost{Phase::During, 1}, false,
        u"2 of 10 attempts failed (GET /: refused)"_s);
    row("enough successes", SuccessShareAtLeast{Phase::During, 0.8}, true,
        u"8 of 10 attempts succeeded, 1 of them degraded"_s);
    row("too few successes", SuccessShareAtLeast{Phase::During, 0.81}, false,
        u"8 of 10 attempts succeeded, 1 of them degraded (GET /: refused)"_s);
}

void TestJourneyFigures::judges()
{
    QFETCH(Check, check);
    QFETCH(bool, held);
    QFETCH(QString, actual);
    auto run = record();
    addAttempts(run.results, 2s, "xxwwwwwwwd");

    run.faults[0].restartedAt = at(2200ms);
    const auto verdict = judge({{u"monolith"_s}, {u"browse"_s}, check}, figures(run));
    QCOMPARE(verdict.held, held);
    QCOMPARE(verdict.actual, actual);
    QVERIFY(verdict.text.startsWith(u"monolith: browse "_s));
}

void TestJourneyFigures::comparesP95WithThatBeforeTheFault()
{
    auto run = record();
    const auto judged = [&run](Phase phase, double times) {
        return judge({{u"m"_s}, {u"browse"_s}, P95AtMostTimesBefore{phase, times}}, figures(run));
    };
    for (int i = 0; i < 20; ++i)
        run.results.push_back(attempt(2s + i * 10ms, 'w', 30ms));
    QVERIFY(!judged(Phase::During, 1000).held); // than what?
    QCOMPARE(judged(Phase::During, 1000).actual, u"no attempt succeeded before the fault"_s);
    addAttempts(run.results, 1s, "wwwwwwwwww"); // 10 ms each
    QVERIFY(judged(Phase::During, 3.05).held);
    QVERIFY(!judged(Phase::During, 2.95).held);
    QVERIFY(judged(Phase::During, 2.95).actual.endsWith(u" times: 30 ms, before it 10 ms"_s));
    run.results.push_back(attempt(6s, 'x'));
    QVERIFY(!judged(Phase::After, 1000).held); // nobody was served
    run.results.push_back(attempt(6s, 'w'));
    QVERIFY(judged(Phase::After, 1.05).held);
}

void TestJourneyFigures::followsP95ThroughAFault()
{
    auto run = record();
    run.end = at(20s);
    run.faults[0] = {u"inject traffic-spike"_s, at(2s), at(12s), at(12s)};
    const auto within = [&run](std::chrono::milliseconds limit, std::chrono::milliseconds time) {
        return judge({{u"m"_s}, {u"browse"_s}, P95BackUnder{limit, time}}, figures(run));
    };
    // Slow for four seconds, fast for two, slow for two and then fast as long as the fault lasts.
    const auto addPeriod = [&run](std::chrono::milliseconds from, std::chrono::milliseconds took) {
        for (int i = 0; i < 19; ++i)
            run.results.push_back(attempt(from + i * 100ms, 'w', took));
    };
    addPeriod(2s, 500ms);
    addPeriod(4s, 500ms);
    addPeriod(6s, 50ms);
    addPeriod(8s, 500ms);
    addPeriod(10s, 50ms);
    QVERIFY(!within(100ms, 1h).held); // one period decides nothing
    QCOMPARE(within(100ms, 1h).actual, u"it was never so for four seconds"_s);
    addPeriod(12s, 50ms); // no part of the fault
    QVERIFY(!within(100ms, 1h).held);
    run.faults[0].healedAt = at(14s);
    QVERIFY(within(100ms, 8s).held);
    QCOMPARE(within(100ms, 8s).actual, u"after 8000 ms"_s);
    QVERIFY(!within(100ms, 7999ms).held);
    QVERIFY(within(600ms, 1ms).held); // never above it
}

void TestJourneyFigures::findsTheMomentAtWhichItWentDown_data()
{
    QTest::addColumn<QByteArray>("letters"); // one attempt every 100 ms from the fault on
    QTest::addColumn<int>("after"); // -1: it was not down in the end
    QTest::newRow("at once") << QByteArray("xxxxxxxxxx") << 0;
    QTest::newRow("later") << QByteArray("wwwwwwxxxx") << 600;
    QTest::newRow("a stray failure before, a stray success after") << QByteArray("wwxwwwwxxxxwxxxxx") << 700;
    QTest::newRow("never") << QByteArray("wwwwwwwwww") << -1;
    QTest::newRow("it came back and stayed") << QByteArray("xxxxwwwwwwwwww") << -1;
    QTest::newRow("degraded is not down") << QByteArray("dddddddddd") << -1;
}

void TestJourneyFigures::findsTheMomentAtWhichItWentDown()
{
    QFETCH(QByteArray, letters);
    QFETCH(int, after);
    auto run = record();
    addAttempts(run.results, 1s, "wxwxw"); // not of the fault
    addAttempts(run.results, 2s, letters.constData());
    addAttempts(run.results, 5s, "xxxx"); // healed
    const auto down = figures(run).downAfter(run.faults[0].at, run.end);
    QCOMPARE(down ? int(down->count()) : -1, after);
}

void TestJourneyFigures::comparesWithWhatIsPredicted()
{
    auto run = record();
    addAttempts(run.results, 2s, "wwwwwxxxxxxxxxx");
    const auto judged = [&](const std::vector<Foretold> &foretold, std::chrono::milliseconds within) {
        return judge({{u"m"_s}, {u"browse"_s}, AsPredicted{within}}, figures(run), foretold);
    };
    const auto foretold = [](std::chrono::milliseconds from, std::chrono::milliseconds until,
                             JourneyState state, std::chrono::milliseconds after) {
        Foretold all{at(from), at(until), {}};
        all.outlook.state = state;
        all.outlook.after = after;
        return all;
    };
    const auto down = foretold(2s, 4s, JourneyState::Down, 900ms);
    QVERIFY(judged({down}, 400ms).held);
    QVERIFY(!judged({down}, 399ms).held);
    QCOMPARE(judged({down}, 400ms).actual, u"predicted: down after 0.9 s; measured: down after 0.5 s"_s);
    QVERIFY(!judged({foretold(2s, 4s, JourneyState::Working, 0ms)}, 1h).held);
    QVERIFY(!judged({}, 1h).held);
    // It is what comes after the predicted turn that counts, not what was before.
    QVERIFY(judged({foretold(2s, 2500ms, JourneyState::Working, 0ms)}, 1h).held);
    QVERIFY(judged({foretold(1900ms, 2500ms, JourneyState::Working, 200ms)}, 1ms).held);
    // Each of several by itself; who is down already has no moment any more.
    const auto first = foretold(2s, 2500ms, JourneyState::Working, 0ms);
    QVERIFY(judged({first, foretold(2500ms, 4s, JourneyState::Down, 0ms)}, 100ms).held);
    QVERIFY(!judged({first, foretold(2500ms, 4s, JourneyState::Working, 0ms)}, 100ms).held);
    QCOMPARE(judged({first, foretold(2500ms, 4s, JourneyState::Working, 0ms)}, 100ms).actual.left(65),
             u"predicted: working; measured: working; then predicted: working; me"_s.left(65));
    QVERIFY(judged({foretold(2s, 3s, JourneyState::Down, 500ms), foretold(3s, 4s, JourneyState::Down, 900ms)},
                   50ms)
                .held);
}

void TestJourneyFigures::anUntriedJourneyIsNotAsExpected()
{
    const JourneyFigures untried;
    for (const Check &check :
         {Check(StateIs{Phase::During, JourneyState::Working}), Check(FailuresAtMost{Phase::During, 5}),
          Check(SuccessShareAtLeast{Phase::During, 0}), Check(RecoversWithin{1h}),
          Check(P95AtMostTimesBefore{Phase::During, 10}), Check(P95BackUnder{1h, 1h}),
          Check(AsPredicted{1h})}) {
        QVERIFY(!judge({{u"m"_s}, {u"browse"_s}, check}, untried).held);
        const auto verdict = judge({{u"m"_s}, {u"browse"_s}, check}, figures(record()));
        QVERIFY(!verdict.held);
        QCOMPARE(verdict.actual, u"nobody tried it during the fault"_s);
    }
}

void TestJourneyFigures::everyFaultMustHaveBeenTried()
{
    auto run = record();
    run.end = at(12s);
    run.faults.push_back({u"crash cart"_s, at(8s), at(9s), at(10s)});
    addAttempts(run.results, 1s, "wwwww");
    addAttempts(run.results, 2s, "wwwww");
    addAttempts(run.results, 5s, "wwwww");
    addAttempts(run.results, 10s, "wwwww");
    const Check checks[] = {StateIs{Phase::During, JourneyState::Working}, FailuresAtMost{Phase::During, 0},
                            SuccessShareAtLeast{Phase::During, 1}, RecoversWithin{10ms}};
    for (const auto &check : checks) {
        const auto verdict = judge({{u"m"_s}, {u"browse"_s}, check}, figures(run));
        QVERIFY(!verdict.held);
        QCOMPARE(verdict.actual, u"nobody tried it during fault 2 of 2"_s);
    }
    // Before the second fault is after the first.
    for (const auto phase : {Phase::Before, Phase::After})
        QVERIFY(judge({{u"m"_s}, {u"browse"_s}, StateIs{phase, JourneyState::Working}}, figures(run)).held);
    addAttempts(run.results, 8s, "w");
    for (const auto &check : checks)
        QVERIFY(judge({{u"m"_s}, {u"browse"_s}, check}, figures(run)).held);
}

QTEST_GUILESS_MAIN(TestJourneyFigures)
#include "tst_journeyfigures.moc"
