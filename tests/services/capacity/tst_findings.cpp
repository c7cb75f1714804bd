// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/capacity/findings.h>

#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::capacity;
using model::system::EndpointId;
using services::load::JourneyResult;
using services::load::Outcome;

namespace {

const Instant begin = Instant(1h);

JourneyResult attempt(const QString &journey,
                      std::chrono::milliseconds arrival,
                      std::chrono::milliseconds duration,
                      Outcome outcome = Outcome::Ok)
{
    JourneyResult result;
    result.journey = {journey};
    result.intendedStart = begin + arrival;
    result.duration = duration;
    result.outcome = outcome;
    return result;
}

model::system::System shop()
{
    const auto file = QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json");
    return model::system::SystemReader::readFile(file).value();
}

Point pointOf(std::vector<Seconds> predicted, std::vector<Seconds> measured)
{
    Point point;
    for (std::size_t i = 0; i < predicted.size(); ++i) {
        Point::Round round;
        round.predicted = predicted[i];
        round.measured = measured[i];
        point.rounds.push_back(round);
    }
    return point;
}

Limit limitOf(double predicted, std::vector<double> measured)
{
    Limit limit;
    limit.predicted = predicted;
    limit.measured = std::move(measured);
    return limit;
}

bool isNear(double actual, double expected)
{
    return std::abs(actual - expected) < 1e-9;
}

} // namespace

class TestFindings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addsUpWindowsWhichFollowEachOther()
    {
        Trial whole(begin, begin + 2s);
        whole.take(attempt(u"browse"_s, 500ms, 10ms));
        whole.takeServed({{u"catalogue"_s}, u"GET /products"_s}, 3, begin + 1s);
        whole.takeProcessors({1s, 10ms});
        Trial next(begin + 2s, begin + 4s);
        next.take(attempt(u"browse"_s, 2500ms, 30ms));
        next.take(attempt(u"search"_s, 3000ms, 10ms, Outcome::Failed));
        next.takeServed({{u"catalogue"_s}, u"GET /products"_s}, 1, begin + 3s);
        next.takeProcessors({2s, 30ms});
        whole.append(next);
        QCOMPARE(whole.attempts(), 3);
        QCOMPARE(whole.failed(), 1);
        QCOMPARE(whole.arrivedPerSecond(), 0.75);
        QVERIFY(whole.end() == begin + 4s);
        QVERIFY(isNear(whole.mean(shop()).count(), 0.020));
        QVERIFY(whole.processors().used == 3s && whole.processors().waited == 40ms);
        const auto packaging = model::packaging::monolith(shop());
        QVERIFY(isNear(whole.workOf(packaging.units.front(), shop()), 4 * 0.016 / 4));
    }

    void countsThoseWhoArriveWithinTheWindow()
    {
        Trial trial(begin, begin + 2s);
        trial.take(attempt(u"browse"_s, -1ms, 10ms));
        trial.take(attempt(u"browse"_s, 0ms, 20ms));
        trial.take(attempt(u"search"_s, 1999ms, 3000ms)); // served after the end, but it came before
        trial.take(attempt(u"search"_s, 2000ms, 10ms));
        auto pending = attempt(u"browse"_s, 100ms, 10ms);
        pending.pending = true;
        trial.take(pending);
        trial.take(attempt(u"browse"_s, 500ms, 10ms, Outcome::Failed));
        trial.take(attempt(u"browse"_s, 500ms, 40ms, Outcome::Degraded));
        QCOMPARE(trial.attempts(), 4);
        QCOMPARE(trial.failed(), 1);
        QCOMPARE(trial.arrivedPerSecond(), 2.0);
        QVERIFY(isNear(trial.mean(shop()).count(), (0.020 + 3 + 0.040) / 3));
        QVERIFY(isNear(trial.means().value({u"browse"_s}).count(), 0.030));
    }

    void leavesOutWhoWaitsForAMessage()
    {
        Trial trial(begin, begin + 1s);
        trial.take(attempt(u"browse"_s, 0ms, 20ms));
        trial.take(attempt(u"receipt"_s, 0ms, 900ms));
        QVERIFY(isNear(trial.mean(shop()).count(), 0.020));
        QCOMPARE(trial.attempts(), 2);
    }

    void weighsJourneysAsTheyCame()
    {
        Trial trial(begin, begin + 1s);
        for (int i = 0; i < 3; ++i)
            trial.take(attempt(u"browse"_s, 0ms, 20ms));
        trial.take(attempt(u"search"_s, 0ms, 20ms));
        const auto system = trial.asItCame(shop());
        QCOMPARE(system.journey({u"browse"_s})->weight, 3.0);
        QCOMPARE(system.journey({u"search"_s})->weight, 1.0);
        QCOMPARE(system.journey({u"check-out"_s})->weight, 0.0);
    }

    void addsUpTheDeclaredWorkOfWhatAUnitHasServed()
    {
        auto system = shop();
        Trial trial(begin, begin + 2s);
        const EndpointId products{{u"catalogue"_s}, u"GET /products"_s};
        trial.takeServed(products, 100, begin - 1ms);
        trial.takeServed(products, 100, begin + 1s);
        trial.takeServed(products, 50, begin + 1500ms);
        trial.takeServed({{u"search"_s}, u"product.changed"_s}, 10, begin + 1s);
        trial.takeServed(products, 100, begin + 2s);
        const auto packaging = model::packaging::byTeam(system);
        const auto &discovery = *packaging.unitOf({u"catalogue"_s});
        QVERIFY(isNear(trial.workOf(discovery, system), (150 * 0.016 + 10 * 0.008) / 2));
        QCOMPARE(trial.workOf(*packaging.unitOf({u"payments"_s}), system), 0.0);
    }

    void errorsAreOfTheMeansOverTheRounds()
    {
        Findings findings;
        findings.points
            = {pointOf({10ms, 20ms}, {10ms, 10ms}), pointOf({9ms}, {10ms}), pointOf({8ms}, {10ms})};
        QVERIFY(isNear(findings.points[0].error(), 0.5));
        QVERIFY(isNear(findings.points[1].error(), -0.1));
        QVERIFY(isNear(*findings.medianError(), 0.2));
        QVERIFY(isNear(*findings.worstError(), 0.5));
        QVERIFY(!Findings().medianError());
    }

    void tellsBothErrors()
    {
        Findings findings;
        findings.points = {pointOf({10ms}, {10ms})};
        findings.points[0].rounds[0].predictedByHops = 7ms;
        QVERIFY(isNear(findings.points[0].errorByHops(), -0.3));
        QVERIFY(isNear(*findings.medianErrorByHops(), 0.3));
        QVERIFY(isNear(*findings.medianError(), 0));
        const auto json = toJson(findings);
        QCOMPARE(json[u"medianErrorByHops"].toDouble(), 0.3);
        QCOMPARE(json[u"points"].toArray().first()[u"predictedByHopsMs"].toDouble(), 7.0);
        QVERIFY(!json.contains(u"medianLimitError"_s));
    }

    void isAsExpectedWhenBothMediansAre_data();
    void isAsExpectedWhenBothMediansAre();

    void whatWasNotMeasuredIsNotAsExpected()
    {
        QVERIFY(!Findings().areWithin(1000));
        Findings findings;
        findings.points = {pointOf({10ms}, {0ms}), pointOf({10ms}, {10ms})};
        QVERIFY(!findings.areWithin(1000));
        findings.points = {pointOf({10ms}, {10ms})};
        findings.limits = {limitOf(100, {})};
        QVERIFY(!findings.areWithin(1000));
        findings.limits = {limitOf(std::numeric_limits<double>::infinity(), {})}; // nobody works
        QVERIFY(findings.areWithin(0.01));
    }

    void saysWhenProcessorsWereScarce()
    {
        auto point = pointOf({10ms}, {10ms});
        point.rounds[0].waitedForProcessor = 400us;
        QVERIFY(!point.isLimitedByProcessor());
        point.rounds[0].waitedForProcessor = 600us;
        QVERIFY(point.isLimitedByProcessor());
    }

    void writesWhatOtherProgramsRead()
    {
        Findings findings;
        findings.points = {pointOf({12ms}, {10ms})};
        findings.points[0].load = 40;
        findings.points[0].packaging = model::packaging::microservices(shop());
        findings.limits = {
            {findings.points[0].packaging, {u"catalogue"_s}, 110, {90, 100, 120}, 1.5, 0.1, {11, 24, 1440}}};
        const auto json = toJson(findings);
        const auto point = json[u"points"].toArray().first().toObject();
        QCOMPARE(point[u"load"].toDouble(), 40.0);
        QCOMPARE(point[u"instances"][u"catalogue"].toInt(), 1);
        QCOMPARE(point[u"predictedMs"].toDouble(), 12.0);
        QCOMPARE(point[u"measuredMs"].toDouble(), 10.0);
        QCOMPARE(point[u"error"].toDouble(), 0.2);
        QCOMPARE(json[u"limit"][u"predicted"].toDouble(), 110.0);
        QCOMPARE(json[u"limit"][u"measured"].toDouble(), 100.0);
        QCOMPARE(json[u"limit"][u"error"].toDouble(), 0.1);
        QCOMPARE(json[u"limit"][u"cost"][u"memoryMegabytes"].toInt(), 1440);
        QCOMPARE(json[u"medianError"].toDouble(), 0.2);
        QCOMPARE(json[u"worstError"].toDouble(), 0.2);
    }
};

void TestFindings::isAsExpectedWhenBothMediansAre_data()
{
    QTest::addColumn<double>("time"); // predicted, of 10 ms
    QTest::addColumn<double>("limit"); // predicted, of 100
    QTest::addColumn<bool>("isWithin"); // 5 %
    QTest::newRow("both hold") << 10.4 << 96.0 << true;
    QTest::newRow("the time is too long") << 10.6 << 100.0 << false;
    QTest::newRow("the time is too short") << 9.4 << 100.0 << false;
    QTest::newRow("the limit is too high") << 10.0 << 106.0 << false;
    QTest::newRow("the limit is too low") << 10.0 << 94.0 << false;
}

void TestFindings::isAsExpectedWhenBothMediansAre()
{
    QFETCH(const double, time);
    QFETCH(const double, limit);
    Findings findings;
    const Point typical = pointOf({Seconds(time / 1000)}, {10ms});
    findings.points = {typical, typical, pointOf({30ms}, {10ms})}; // one that is far off decides nothing
    findings.limits = {limitOf(limit, {90, 100, 130})};
    QTEST(findings.areWithin(0.05), "isWithin");
}

QTEST_APPLESS_MAIN(TestFindings)
#include "tst_findings.moc"
