// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/operation/faulttext.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/platform/components.h>
#include <services/verification/blastpredictor.h>
#include <services/verification/findingsjson.h>
#include <services/verification/fleetlane.h>
#include <services/verification/sweep.h>
#include <services/verification/trials.h>
#include <services/waiting/looptimers.h>

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <tests/model/schema/outputs.h>
#include <tests/support/waitfor.h>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::verification;
using model::system::Necessity;

namespace {

// A door which needs bread and would like music.
constexpr auto tavern = R"({
    "formatVersion": 1, "id": "tavern", "title": "Tavern", "components": "synthetic", "entry": "door",
    "teams": [ { "id": "all", "title": "All" } ],
    "capabilities": [
        { "id": "door", "title": "Door", "purpose": "Lets in.", "team": "all", "bootTimeMs": 20, "endpoints": [
            { "operation": "GET /supper", "summary": "Eats.", "serviceTimeMs": 0.1,
              "calls": [ { "to": "kitchen GET /bread" },
                         { "to": "band GET /song", "necessity": "optional", "fallback": "silence" } ] },
            { "operation": "GET /bread", "summary": "Eats quickly.", "serviceTimeMs": 0.1,
              "calls": [ { "to": "kitchen GET /bread" } ] } ] },
        { "id": "kitchen", "title": "Kitchen", "purpose": "Bakes.", "team": "all", "bootTimeMs": 20,
          "endpoints": [ { "operation": "GET /bread", "summary": "Bread.", "serviceTimeMs": 0.1 } ] },
        { "id": "band", "title": "Band", "purpose": "Plays.", "team": "all", "bootTimeMs": 20,
          "endpoints": [ { "operation": "GET /song", "summary": "A song.", "serviceTimeMs": 0.1 } ] }
    ],
    "journeys": [ { "id": "dine", "title": "Dine", "steps": [ { "operation": "GET /supper" } ] },
                  { "id": "snack", "title": "Snack", "steps": [ { "operation": "GET /bread" } ] } ]
})";

// Takes what is optional for something that nobody asks for.
QHash<model::system::JourneyId, Prediction> ignoringOptionalCalls(const Shape &shape,
                                                                  const Occasion &occasion)
{
    Shape simpler = shape;
    for (auto &capability : simpler.system.capabilities) {
        for (auto &endpoint : capability.endpoints)
            std::erase_if(endpoint.calls,
                          [](const auto &call) { return call.necessity == Necessity::Optional; });
    }
    return blastPredictor()(simpler, occasion);
}

Findings predictedBy(const Predictor &predictor, Findings findings, const Shape &shape)
{
    for (auto &outcome : findings.outcomes) {
        const auto predicted = predictor(shape, {outcome.trial.faults, 30s, outcome.measuredAfter});
        for (auto &comparison : outcome.journeys)
            comparison.predicted = predicted.value(comparison.journey);
    }
    return findings;
}

} // namespace

// Predictions are compared with what happens, for real.
class TestFleetLane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void agreesWithAGoodPredictor();
    void disagreesWithABrokenOne();
    void tellsWhatItCouldNotPlay();
    void endsWithinItsTime();

private:
    Findings swept(const std::vector<Trial> &trials, std::optional<std::chrono::milliseconds> budget = {});
    Trial trial(const QString &fault) const
    {
        return trialsOf({{model::operation::readFault(fault).value()}}).front();
    }

    std::shared_ptr<const Shape> m_shape;
    QTemporaryDir m_folder;
    Findings m_findings;
    std::atomic<int> m_predictionsHere = 0; // in the control thread
    std::atomic<int> m_predictionsElsewhere = 0;
};

void TestFleetLane::initTestCase()
{
    const auto system = model::system::SystemReader::readText(tavern, u"tavern.json"_s);
    QVERIFY2(system, system ? "" : qPrintable(system.error().front().message));
    m_shape = std::make_shared<const Shape>(
        Shape{triedSystem(*system), services::platform::componentsOf(*system).value(),
              model::packaging::microservices(*system), u"usual"_s, model::operation::usualPolicies(), 20});
}

Findings TestFleetLane::swept(const std::vector<Trial> &trials,
                              std::optional<std::chrono::milliseconds> budget)
{
    services::waiting::LoopTimers timers;
    services::waiting::WaitScope scope;
    const Predictor predictor = [this](const Shape &shape, const Occasion &occasion) {
        (QThread::currentThread() == thread() ? m_predictionsHere : m_predictionsElsewhere)++;
        return blastPredictor()(shape, occasion);
    };
    FleetLane::Options lane;
    lane.dataFolder = m_folder.path();
    lane.templatesFolder = m_folder.filePath(u"templates"_s);
    Sweep::Options options;
    options.lanes = 1;
    options.budget = budget;
    const auto make = [&](int) {
        return std::make_unique<FleetLane>(FleetLane::Surroundings{scope, timers, predictor}, lane);
    };
    Sweep sweep({{m_shape, {trials.begin(), trials.end()}, Company::Many}}, {scope, timers, make}, options);
    std::optional<model::result::Result<Findings>> findings;
    const auto running = tests::support::detail::keepResult(
        sweep.run(),
        std::shared_ptr<std::optional<model::result::Result<Findings>>>(&findings, [](auto *) {}));
    const bool ended = QTest::qWaitFor([&] { return findings.has_value(); }, 100'000);
    scope.cancel();
    return ended && *findings ? **findings : Findings();
}

void TestFleetLane::agreesWithAGoodPredictor()
{
    m_findings = swept({trial(u"crash:band"_s), trial(u"crash:kitchen"_s), trial(u"errors:band"_s)});
    QCOMPARE(m_findings.played(), 3);
    QCOMPARE(m_predictionsElsewhere.load(), 2 * (3 + m_findings.repeats)); // before each and after it
    QCOMPARE(m_predictionsHere.load(), 0);
    QCOMPARE(m_findings.compared(), 6);
    QCOMPARE(m_findings.unmeasured(), 0);
    const auto json = toJson(m_findings);
    QVERIFY2(m_findings.agreed() == 6,
             qPrintable(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented))));
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, json), QStringList());
    QCOMPARE(json[u"agreement"_s].toDouble(), 1.0);
    QCOMPARE(json[u"coverage"_s].toDouble(), 1.0);
    auto confusion = m_findings.confusion();
    QCOMPARE((confusion[{JourneyState::Degraded, JourneyState::Degraded}]), 2); // no music
    QCOMPARE((confusion[{JourneyState::Down, JourneyState::Down}]), 2); // no bread
    QCOMPARE((confusion[{JourneyState::Working, JourneyState::Working}]), 2);
}

// Detection is not by luck.
void TestFleetLane::disagreesWithABrokenOne()
{
    const auto broken = predictedBy(ignoringOptionalCalls, m_findings, *m_shape);
    QCOMPARE(broken.compared(), 6);
    QCOMPARE(broken.agreed(), 4);
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, toJson(broken)), QStringList());
    const auto disagreements = toJson(broken)[u"disagreements"_s].toArray();
    QCOMPARE(disagreements.size(), 2);
    QCOMPARE(disagreements[0][u"journey"_s], u"dine"_s);
    QCOMPARE(disagreements[0][u"predicted"_s], u"working"_s);
    QCOMPARE(disagreements[0][u"measured"_s], u"degraded"_s);
    QVERIFY(disagreements[0][u"whyMeasured"_s].toString().contains(u"silence"_s));
    QCOMPARE(predictedBy(blastPredictor(), m_findings, *m_shape).agreed(), 6);
}

void TestFleetLane::tellsWhatItCouldNotPlay()
{
    const auto findings = swept({trial(u"crash:nobody"_s)});
    QCOMPARE(findings.played(), 0);
    QCOMPARE(findings.coverage(), 0.0);
    QCOMPARE(findings.compared(), 0);
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, toJson(findings)), QStringList());
    QCOMPARE(toJson(findings)[u"notPlayed"_s].toArray().size(), 1);
}

void TestFleetLane::endsWithinItsTime()
{
    const auto findings = swept({trial(u"crash:band"_s), trial(u"crash:kitchen"_s)}, 1ms);
    QCOMPARE(findings.played(), 0);
    QCOMPARE(findings.planned, 2);
    QCOMPARE(findings.coverage(), 0.0);
}

QTEST_GUILESS_MAIN(TestFleetLane)
#include "tst_fleetlane.moc"
