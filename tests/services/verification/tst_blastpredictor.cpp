// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/operation/faulttext.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/verification/blastpredictor.h>
#include <services/verification/findings.h>
#include <services/verification/findingsjson.h>

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::verification;

namespace {

// One oven, which bakes a hundred loaves a second.
constexpr auto bakery = R"({
    "formatVersion": 1, "id": "bakery", "title": "Bakery", "components": "synthetic", "entry": "oven",
    "teams": [ { "id": "all", "title": "All" } ],
    "capabilities": [
        { "id": "oven", "title": "Oven", "purpose": "Bakes.", "team": "all", "workers": 1, "bootTimeMs": 20,
          "endpoints": [ { "operation": "GET /bread", "summary": "Bread.", "serviceTimeMs": 10 } ] }
    ],
    "journeys": [ { "id": "eat", "title": "Eat", "steps": [ { "operation": "GET /bread" } ] } ]
})";

} // namespace

// What is said beforehand of a fleet, and when it is said to be too close to call.
class TestBlastPredictor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhenItIsOnTheEdge_data();
    void knowsWhenItIsOnTheEdge();
    void whatIsOnTheEdgeDoesNotCount_data();
    void whatIsOnTheEdgeDoesNotCount();
};

void TestBlastPredictor::knowsWhenItIsOnTheEdge_data()
{
    QTest::addColumn<double>("shoppers");
    QTest::addColumn<JourneyState>("state");
    QTest::addColumn<bool>("isOnTheEdge");
    QTest::newRow("a spike that the oven can carry") << 16.0 << JourneyState::Working << false;
    QTest::newRow("just before a tenth goes without") << 21.8 << JourneyState::Working << true;
    QTest::newRow("just after") << 22.8 << JourneyState::Degraded << true;
    QTest::newRow("a third goes without") << 30.0 << JourneyState::Degraded << false;
    QTest::newRow("nearly a half") << 39.2 << JourneyState::Degraded << true;
    QTest::newRow("most") << 60.0 << JourneyState::Down << false;
}

void TestBlastPredictor::knowsWhenItIsOnTheEdge()
{
    QFETCH(double, shoppers);
    Shape shape;
    const auto system = model::system::SystemReader::readText(bakery, u"bakery.json"_s);
    QVERIFY2(system, qPrintable(system ? QString() : system.error().front().message));
    shape.system = *system;
    shape.packaging = *model::packaging::preset(u"microservices"_s, shape.system);
    shape.shoppersPerSecond = shoppers;
    const auto spike = model::operation::readFault(u"traffic-spike,factor=5"_s).value();
    const auto predicted
        = blastPredictor()(shape, {{spike}, 30s, 30s}).value(model::system::JourneyId{u"eat"_s});
    QTEST(predicted.state, "state");
    QTEST(predicted.isOnTheEdge, "isOnTheEdge");
}

void TestBlastPredictor::whatIsOnTheEdgeDoesNotCount_data()
{
    QTest::addColumn<JourneyState>("predicted");
    QTest::newRow("though it agrees") << JourneyState::Down;
    QTest::newRow("though it does not") << JourneyState::Working;
}

void TestBlastPredictor::whatIsOnTheEdgeDoesNotCount()
{
    QFETCH(JourneyState, predicted);
    Comparison comparison;
    comparison.predicted.state = predicted;
    comparison.measured = JourneyState::Down;
    Findings findings;
    findings.outcomes.push_back({});
    findings.outcomes.back().journeys = {comparison};
    QCOMPARE(findings.compared(), 1);
    findings.outcomes.back().journeys.front().predicted.isOnTheEdge = true;
    QCOMPARE(findings.compared(), 0);
    QCOMPARE(findings.onTheEdge(), 1);
    QCOMPARE(findings.tooCloseToCall(), 0);
    const auto edge = toJson(findings).value(u"edges"_s).toArray().at(0).toObject();
    QCOMPARE(edge.value(u"predicted"_s).toString(), word(predicted));
    QCOMPARE(edge.value(u"measured"_s).toString(), word(JourneyState::Down));
}

QTEST_GUILESS_MAIN(TestBlastPredictor)
#include "tst_blastpredictor.moc"
