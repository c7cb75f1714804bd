// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/capacity.h>
#include <model/packaging/presets.h>
#include <model/packaging/regroup.h>
#include <model/system/systemreader.h>

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace model::analysis;
using model::packaging::Packaging;
using model::system::System;
using model::system::SystemReader;
using model::system::UnitId;

namespace {

// A door and a kitchen with one worker each; who orders (every second one) waits for a bell as well.
System tavern()
{
    return SystemReader::readText(R"({
        "formatVersion": 1, "id": "tavern", "title": "Tavern", "components": "synthetic", "entry": "door",
        "teams": [{"id": "t", "title": "T"}],
        "topics": [{"id": "meal.ready", "summary": "S"}, {"id": "bell.rung", "summary": "S"}],
        "capabilities": [
            {"id": "door", "title": "Door", "purpose": "P", "team": "t", "workers": 1, "endpoints": [
                {"operation": "GET /menu", "summary": "S", "serviceTimeMs": 10},
                {"operation": "GET /meal", "summary": "S", "serviceTimeMs": 10,
                 "calls": [{"to": "kitchen POST /meals"}, {"to": "kitchen DELETE /meals", "undoes": true}]},
                {"operation": "GET /feast", "summary": "S", "serviceTimeMs": 10,
                 "calls": [{"to": "kitchen POST /meals", "count": 3}]}]},
            {"id": "kitchen", "title": "Kitchen", "purpose": "P", "team": "t", "workers": 1,
             "publishes": ["meal.ready"],
             "endpoints": [{"operation": "POST /meals", "summary": "S", "serviceTimeMs": 8},
                           {"operation": "DELETE /meals", "summary": "S", "serviceTimeMs": 100},
                           {"operation": "GET /smell", "summary": "S", "serviceTimeMs": 1}]},
            {"id": "bell", "title": "Bell", "purpose": "P", "team": "t", "workers": 1,
             "publishes": ["bell.rung"], "consumes": [{"topic": "meal.ready", "serviceTimeMs": 2}],
             "endpoints": [{"operation": "GET /rings", "summary": "S", "serviceTimeMs": 1}]},
            {"id": "waiter", "title": "Waiter", "purpose": "P", "team": "t", "workers": 1,
             "consumes": [{"topic": "meal.ready", "serviceTimeMs": 3}, {"topic": "bell.rung", "serviceTimeMs": 4}],
             "endpoints": [{"operation": "GET /tips", "summary": "S", "serviceTimeMs": 1}]}],
        "journeys": [
            {"id": "read", "title": "Read", "weight": 1, "given": "nobody",
             "steps": [{"operation": "GET /menu"}]},
            {"id": "eat", "title": "Eat", "weight": 1, "given": "nobody",
             "steps": [{"operation": "GET /meal"}]}]
    })",
                                  u"tavern"_s)
        .value();
}

System shop()
{
    return SystemReader::readFile(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
        .value();
}

// Work per shopper, in milliseconds, of each unit.
QMap<QString, double> workOf(const System &system, const Packaging &packaging)
{
    QMap<QString, double> work;
    for (const auto &visit : demandOf(system, packaging))
        work[visit.unit.value] += visit.perShopper * double(visit.serviceTime.count()) / 1000;
    return work;
}

double milliseconds(Seconds seconds)
{
    return seconds.count() * 1000;
}

const UnitLoad &unit(const CapacityPoint &point, const QString &id)
{
    return *std::ranges::find(point.units, UnitId{id}, &UnitLoad::unit);
}

const JourneyTime &journey(const CapacityPoint &point, const QString &id)
{
    return *std::ranges::find(point.journeys, model::system::JourneyId{id}, &JourneyTime::journey);
}

Capacity of(const System &system, const Packaging &packaging)
{
    return {system, packaging, MachineCosts{}};
}

Packaging withInstances(const System &system, Packaging packaging, const QString &unit, int instances)
{
    return model::packaging::Regrouping(system).scale(std::move(packaging), {unit}, instances).value();
}

} // namespace

class TestCapacity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addsUpCallsAndMessages()
    {
        const auto system = tavern();
        const auto work = workOf(system, model::packaging::microservices(system));
        QCOMPARE(work[u"door"_s], 10.0);
        QCOMPARE(work[u"kitchen"_s], 0.5 * 8);
        QCOMPARE(work[u"bell"_s], 0.5 * 2); // once for each meal
        QCOMPARE(work[u"waiter"_s], 0.5 * 3 + 0.5 * 4); // the meal, and the bell that follows
    }

    void packagingsDoTheSameWork()
    {
        const auto system = shop();
        double expected = -1;
        for (const auto &id : model::packaging::presetIds()) {
            const auto work = workOf(system, *model::packaging::preset(id, system));
            double sum = 0;
            for (const double each : work)
                sum += each;
            if (expected < 0)
                expected = sum;
            QVERIFY(std::abs(sum - expected) < 1e-9);
        }
    }

    void theBusiestUnitIsTheLimit()
    {
        const auto system = tavern();
        const auto capacity = of(system, model::packaging::microservices(system));
        QCOMPARE(capacity.bottleneck()->value, u"door"_s);
        QVERIFY(std::abs(capacity.limit() - 100) < 1e-9); // 10 ms a shopper
        const auto two = of(system, withInstances(system, capacity.packaging(), u"door"_s, 3));
        QCOMPARE(two.bottleneck()->value, u"kitchen"_s);
        QVERIFY(std::abs(two.limit() - 1000 / 4.0) < 1e-9);
    }

    // Each station is M/M/1: the time in it is work / (1 - rho).
    void aJourneyIsTheSumOfItsStations()
    {
        const auto system = tavern();
        const auto point = of(system, model::packaging::microservices(system)).at(50);
        const double door = 10 / (1 - 0.5);
        const double kitchen = 8 / (1 - 50 * 0.004);
        QVERIFY(std::abs(milliseconds(journey(point, u"read"_s).mean) - door) < 0.01);
        QVERIFY(std::abs(milliseconds(journey(point, u"eat"_s).mean) - (door + kitchen)) < 0.01);
        QVERIFY(std::abs(milliseconds(point.mean) - (door + 0.5 * kitchen)) < 0.01);
        // M/M/1: the time in the station is exponential.
        QVERIFY(std::abs(milliseconds(journey(point, u"read"_s).p95) + door * std::log(0.05)) < 1);
        QVERIFY(std::abs(unit(point, u"door"_s).utilisation - 0.5) < 1e-9);
        QVERIFY(std::abs(milliseconds(unit(point, u"door"_s).meanWait) - 10) < 1e-6);
    }

    // Alone at a free worker, three meals take the work of three; at three workers 1 + 1/2 + 1/3 of one.
    void callsAtTheSameMomentShareTheirTime_data()
    {
        QTest::addColumn<int>("kitchens");
        QTest::addColumn<double>("feast");
        QTest::newRow("one after another at one worker") << 1 << 10 + 24.0;
        QTest::newRow("all at once at three") << 3 << 10 + 8 * (1 + 0.5 + 1 / 3.0);
        QTest::newRow("one waits for the first of two") << 2 << 10 + 4 + 8 * 1.5;
    }
    void callsAtTheSameMomentShareTheirTime()
    {
        QFETCH(int, kitchens);
        QFETCH(double, feast);
        auto system = tavern();
        system.journeys[0].steps[0].endpoint.operation = u"GET /feast"_s;
        system.journeys[1].weight = 0;
        const auto packaging
            = withInstances(system, model::packaging::microservices(system), u"kitchen"_s, kitchens);
        const auto point = of(system, packaging).at(1e-6);
        QVERIFY2(std::abs(milliseconds(point.mean) - feast) < 0.01,
                 qPrintable(QString::number(milliseconds(point.mean))));
    }

    void hopsCostWhatTheMachineTakes()
    {
        const auto system = tavern();
        MachineCosts costs{1ms, 100us, {}};
        const double eat = 10 + 8;
        const auto near = Capacity(system, model::packaging::monolith(system), costs).at(1e-6);
        const auto far = Capacity(system, model::packaging::microservices(system), costs).at(1e-6);
        QVERIFY(std::abs(milliseconds(journey(near, u"eat"_s).mean) - (eat + 1 + 0.1)) < 0.01);
        QVERIFY(std::abs(milliseconds(journey(far, u"eat"_s).mean) - (eat + 2)) < 0.01);
        costs.journeys[{u"eat"_s}] = 7ms;
        const auto known = Capacity(system, model::packaging::microservices(system), costs).at(1e-6);
        QVERIFY(std::abs(milliseconds(journey(known, u"eat"_s).mean) - (eat + 7)) < 0.01);
        QVERIFY(std::abs(milliseconds(journey(known, u"read"_s).mean) - (10 + 1)) < 0.01);
    }

    void beyondTheLimitNothingEnds()
    {
        const auto system = tavern();
        const auto point = of(system, model::packaging::microservices(system)).at(100);
        QVERIFY(std::isinf(point.mean.count()));
        QVERIFY(std::isinf(journey(point, u"eat"_s).p95.count()));
        QCOMPARE(unit(point, u"door"_s).utilisation, 1.0);
        QVERIFY(std::isfinite(unit(point, u"kitchen"_s).meanWait.count()));
    }

    void waitsGrowWithTheLoad()
    {
        const auto system = shop();
        for (const auto &id : model::packaging::presetIds()) {
            const auto capacity = of(system, *model::packaging::preset(id, system));
            Seconds mean{0};
            Seconds p95{0};
            for (const double share : {0.1, 0.3, 0.5, 0.7, 0.85, 0.95}) {
                const auto point = capacity.at(share * capacity.limit());
                QVERIFY(point.mean > mean);
                QVERIFY(point.p95 >= p95);
                QVERIFY(point.p95 > point.mean);
                mean = point.mean;
                p95 = point.p95;
            }
        }
    }

    void anotherCatalogueHelpsTheShopAndNothingElseDoes()
    {
        const auto system = shop();
        const auto capacity = of(system, model::packaging::microservices(system));
        QCOMPARE(capacity.bottleneck()->value, u"catalogue"_s);
        const double load = 0.85 * capacity.limit();
        const auto now = capacity.at(load);
        for (const auto &[unit, limit, mean] : capacity.oneMoreOfEach(load)) {
            QCOMPARE(limit > capacity.limit() * 1.5, unit.value == u"catalogue");
            QVERIFY2(mean <= now.mean, qPrintable(unit.value));
            QCOMPARE(mean < now.mean * 0.8, unit.value == u"catalogue");
        }
    }

    void aJourneyThatWaitsForAMessageHasNoTime()
    {
        const auto system = shop();
        const auto point = of(system, model::packaging::monolith(system)).at(1);
        QCOMPARE(point.journeys.size(), system.journeys.size() - 1);
        QVERIFY(std::ranges::none_of(point.journeys,
                                     [](const auto &one) { return one.journey.value == u"receipt"; }));
    }
};

QTEST_APPLESS_MAIN(TestCapacity)
#include "tst_capacity.moc"
