// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results.h"

#include <services/experiment/fleetcost.h>
#include <services/experiment/reportwriter.h>
#include <services/experiment/runresult.h>

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::experiment;
using namespace tests::experiment;

namespace {

Sighting sighting(std::chrono::milliseconds when, std::chrono::milliseconds cpu, int instances)
{
    Sighting seen;
    seen.at = at(when);
    seen.cpu = cpu;
    seen.instances = instances;
    seen.memoryMegabytes = 100 * instances;
    return seen;
}

FleetRecord record()
{
    FleetRecord record;
    record.fleet = {u"monolith"_s};
    record.title = u"Monolith"_s;
    record.begin = at(1s);
    record.end = at(4s);
    return record;
}

// Four attempts within 300 ms of work, once a second instance has come.
FleetRecord seenRecord()
{
    auto seen = record();
    seen.sightings = {sighting(500ms, 1000ms, 9), sighting(1s, 2000ms, 1), sighting(2s, 2100ms, 2),
                      sighting(3s, 2300ms, 3), sighting(4500ms, 9000ms, 9)};
    addAttempts(seen.results, 800ms, "ww"); // before the first look that counts
    addAttempts(seen.results, 2s, "wwdx");
    addAttempts(seen.results, 3s, "w"); // of which nobody knows what it took
    return seen;
}

} // namespace

class TestFleetCost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isOfTheTimeBetweenTheLooksWithinTheRun();
    void isUnknownWhenNobodyLooked();
    void isNothingForAThousandWithoutCustomers();
    void isToldWithWhereItComesFrom();
};

void TestFleetCost::isOfTheTimeBetweenTheLooksWithinTheRun()
{
    const auto cost = fleetCostOf(seenRecord());
    QVERIFY(cost.has_value());
    QCOMPARE(cost->instances, 2.0);
    QCOMPARE(cost->memoryMegabytes, 200.0);
    QCOMPARE(cost->cpu.count(), 0.3);
    QCOMPARE(cost->attempts, 4);
    QCOMPARE(cost->cpuOfThousandAttempts()->count(), 75.0);
}

void TestFleetCost::isUnknownWhenNobodyLooked()
{
    auto seen = record();
    QVERIFY(!fleetCostOf(seen));
    seen.sightings = {sighting(2s, 100ms, 1)}; // what it takes is a difference
    QVERIFY(!fleetCostOf(seen));
    const auto json = toJson(evaluate({}, {seen}, {}));
    QVERIFY(!json[u"fleets"][u"monolith"].toObject().contains(u"cost"_s));
}

void TestFleetCost::isNothingForAThousandWithoutCustomers()
{
    auto seen = seenRecord();
    seen.results.clear();
    QCOMPARE(fleetCostOf(seen)->attempts, 0);
    QVERIFY(!fleetCostOf(seen)->cpuOfThousandAttempts());
}

void TestFleetCost::isToldWithWhereItComesFrom()
{
    const auto result = evaluate({}, {seenRecord()}, {});
    const auto json = toJson(result);
    const auto cost = json[u"fleets"][u"monolith"][u"cost"].toObject();
    QCOMPARE(cost[u"declared"].toObject(), (QJsonObject{{u"memoryMegabytes"_s, 200.0}}));
    const QJsonObject measured{{u"instances"_s, 2.0},
                               {u"cpuSeconds"_s, 0.3},
                               {u"attempts"_s, 4},
                               {u"cpuSecondsOfThousandAttempts"_s, 75.0}};
    QCOMPARE(cost[u"measured"].toObject(), measured);
    const auto page = QString::fromUtf8(ReportWriter::html(result, {}));
    QVERIFY(page.contains(u"declared memory"_s));
    QVERIFY(page.contains(u">200 MB<"_s));
    QVERIFY(page.contains(u">75.0 s<"_s));
}

QTEST_APPLESS_MAIN(TestFleetCost)
#include "tst_fleetcost.moc"
