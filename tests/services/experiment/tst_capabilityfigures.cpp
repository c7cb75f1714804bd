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
using model::system::CapabilityId;

namespace {

const CapabilityId payments{u"payments"_s};

Sighting sighting(std::chrono::milliseconds when, quint64 calls, int instances, qint64 waiting = 0)
{
    Sighting seen;
    seen.at = at(when);
    seen.capabilities.insert(payments, {calls, instances, waiting});
    return seen;
}

// Warm-up to 1 s, the fault from 2 s to 4 s, end at 6 s; ten attempts of customers in each second.
FleetRecord record()
{
    FleetRecord record;
    record.begin = at(1s);
    record.end = at(6s);
    record.faults = {{u"inject errors:payments"_s, at(2s), at(4s), at(4s)}};
    addAttempts(record.results, 1s, "wwwwwwwwww");
    addAttempts(record.results, 2s, "xxxxxxxxxxxxxxxxxxxx");
    addAttempts(record.results, 4s, "wwwwwwwwwwwwwwwwwwww");
    // Half a call for each attempt, then eight, then one.
    record.sightings = {sighting(500ms, 100, 9), sighting(1s, 1000, 1),     sighting(1900ms, 1005, 1),
                        sighting(2s, 1100, 2),   sighting(3s, 1180, 3),     sighting(3900ms, 1260, 2),
                        sighting(4s, 1290, 2),   sighting(5900ms, 1310, 1), sighting(6100ms, 9999, 7)};
    return record;
}

Verdict judged(const Check &check, const FleetRecord &record)
{
    return judge({{u"m"_s}, {}, check, payments}, figuresOfCapability(record, payments));
}

} // namespace

Q_DECLARE_METATYPE(model::operation::Check)

// What is computed of a capability from looks at it: calls, instances, verdicts.
class TestCapabilityFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsCallsWithinPhases()
    {
        const auto figures = figuresOfCapability(record(), payments);
        QCOMPARE(figures.phase(Phase::Before).calls, quint64(5)); // neither the warm-up nor what lies between
        QCOMPARE(figures.phase(Phase::During).calls, quint64(160));
        QCOMPARE(figures.phase(Phase::After).calls, quint64(20));
        QCOMPARE(figures.phase(Phase::Before).attempts, 10);
        QCOMPARE(figures.phase(Phase::During).attempts, 20);
        QCOMPARE(figures.callsTimesBefore(Phase::During), std::optional(16.0));
        QCOMPARE(figures.callsTimesBefore(Phase::After), std::optional(2.0));
    }

    void knowsTheMostInstancesOfAPhase()
    {
        const auto figures = figuresOfCapability(record(), payments);
        QCOMPARE(figures.phase(Phase::Before).mostInstances, 1);
        QCOMPARE(figures.phase(Phase::During).mostInstances, 3);
        QCOMPARE(figures.phase(Phase::After).mostInstances, 2);
        QCOMPARE(figures.instancesInTheEnd, 1);
    }

    void callsThatAreForgottenDoNotCountBackwards()
    {
        auto run = record();
        run.sightings = {sighting(1s, 50, 1), sighting(1500ms, 10, 1), sighting(1900ms, 15, 1)};
        QCOMPARE(figuresOfCapability(run, payments).phase(Phase::Before).calls, quint64(5));
    }

    // Two wait before the fault, 900 in the end of it; from its restart at 4 s on they get fewer.
    static FleetRecord draining(const std::vector<qint64> &halfSeconds)
    {
        auto run = record();
        run.sightings = {sighting(1s, 0, 1, 2), sighting(2s, 0, 0, 10), sighting(3900ms, 0, 0, 900)};
        auto when = 4000ms;
        for (const auto waiting : halfSeconds) {
            run.sightings.push_back(sighting(when, 0, 1, waiting));
            when += 500ms;
        }
        return run;
    }

    void knowsHowAQueueGrewAndWasWorkedOff()
    {
        const auto figures = figuresOfCapability(draining({900, 700, 300, 2, 0}), payments);
        QCOMPARE(figures.phase(Phase::Before).mostWaiting, 2);
        QCOMPARE(figures.phase(Phase::During).mostWaiting, 900);
        QVERIFY(figures.draining.has_value());
        QCOMPARE(*figures.draining, (CapabilityFigures::Draining{900, 0, 1500ms, 698}));
    }

    void judgesQueues_data()
    {
        QTest::addColumn<Check>("check");
        QTest::addColumn<std::vector<qint64>>("levels");
        QTest::addColumn<bool>("held");
        QTest::addColumn<QString>("actual");
        const std::vector<qint64> drained{900, 700, 300, 2};
        const auto how = u"900 messages in 1.5 s, at most 698 in a second"_s;
        QTest::newRow("it grew") << Check(MessagesWaitingAtLeast{Phase::During, 900}) << drained << true
                                 << u"900 at most at one moment"_s;
        QTest::newRow("it did not grow") << Check(MessagesWaitingAtLeast{Phase::During, 901}) << drained
                                         << false << u"900 at most at one moment"_s;
        QTest::newRow("in time") << Check(DrainsWithin{1500ms, 698}) << drained << true << how;
        QTest::newRow("too late") << Check(DrainsWithin{1499ms, 698}) << drained << false << how;
        QTest::newRow("too fast") << Check(DrainsWithin{1500ms, 697}) << drained << false << how;
        QTest::newRow("never") << Check(DrainsWithin{60s, 1000}) << std::vector<qint64>{900, 800, 3} << false
                               << u"of 900 messages 3 were left in the end"_s;
        QTest::newRow("nobody looked") << Check(DrainsWithin{60s, 1000}) << std::vector<qint64>() << false
                                       << u"it was not restarted, or nobody looked"_s;
    }
    void judgesQueues()
    {
        QFETCH(Check, check);
        QFETCH(std::vector<qint64>, levels);
        const auto verdict = judged(check, draining(levels));
        QTEST(verdict.held, "held");
        QTEST(verdict.actual, "actual");
    }

    void judges_data()
    {
        QTest::addColumn<Check>("check");
        QTest::addColumn<bool>("held");
        QTest::addColumn<QString>("actual");
        const auto times = u"16.00 times: 160 calls for 20 attempts of customers, before it 5 for 10"_s;
        QTest::newRow("as often as allowed")
            << Check(CallsAtMostTimesBefore{Phase::During, 16}) << true << times;
        QTest::newRow("too often") << Check(CallsAtMostTimesBefore{Phase::During, 15.9}) << false << times;
        QTest::newRow("often enough") << Check(CallsAtLeastTimesBefore{Phase::During, 16}) << true << times;
        QTest::newRow("not often enough")
            << Check(CallsAtLeastTimesBefore{Phase::During, 16.1}) << false << times;
        QTest::newRow("of another phase")
            << Check(CallsAtMostTimesBefore{Phase::After, 2}) << true
            << u"2.00 times: 20 calls for 20 attempts of customers, before it 5 for 10"_s;
        const auto three = u"3 at most at one moment"_s;
        QTest::newRow("no more instances") << Check(InstancesAtMost{Phase::During, 3}) << true << three;
        QTest::newRow("more instances") << Check(InstancesAtMost{Phase::During, 2}) << false << three;
        QTest::newRow("it has grown") << Check(InstancesAtLeast{Phase::During, 3}) << true << three;
        QTest::newRow("it has not grown") << Check(InstancesAtLeast{Phase::During, 4}) << false << three;
        QTest::newRow("it has shrunk") << Check(InstancesInTheEndAtMost{1}) << true << u"1 in the end"_s;
        QTest::newRow("not said of a capability")
            << Check(FailuresAtMost{Phase::During, 99}) << false << u"this is not said of a capability"_s;
    }
    void judges()
    {
        QFETCH(Check, check);
        const auto verdict = judged(check, record());
        QTEST(verdict.held, "held");
        QTEST(verdict.actual, "actual");
    }

    void itHasNotShrunkWhenTheLastLookSaysSo()
    {
        auto run = record();
        run.sightings.push_back(sighting(5950ms, 1310, 2));
        QVERIFY(!judged(InstancesInTheEndAtMost{1}, run).held);
    }

    void whatNobodyHasSeenIsNotAsExpected_data()
    {
        QTest::addColumn<Check>("check");
        QTest::newRow("calls, at most") << Check(CallsAtMostTimesBefore{Phase::During, 100});
        QTest::newRow("calls, at least") << Check(CallsAtLeastTimesBefore{Phase::During, 0.01});
        QTest::newRow("instances, at most") << Check(InstancesAtMost{Phase::During, 64});
        QTest::newRow("instances, at least") << Check(InstancesAtLeast{Phase::During, 1});
        QTest::newRow("instances in the end") << Check(InstancesInTheEndAtMost{64});
    }
    void whatNobodyHasSeenIsNotAsExpected()
    {
        QFETCH(Check, check);
        auto run = record();
        run.sightings.clear();
        QVERIFY(!judged(check, run).held);
    }
};

QTEST_GUILESS_MAIN(TestCapabilityFigures)
#include "tst_capabilityfigures.moc"
