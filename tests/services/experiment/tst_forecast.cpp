// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results.h"

#include <model/operation/faulttext.h>
#include <model/operation/scenarioreader.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/experiment/forecast.h>
#include <services/experiment/runresult.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::experiment;
using namespace tests::experiment;
using namespace model::operation;

namespace {

const model::system::System &shop()
{
    static const auto system = model::system::SystemReader::readFile(
                                   QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
                                   .value();
    return system;
}

Fault hang()
{
    return readFault(u"hang:payments"_s).value();
}

// Payments hang 3 s after the warm-up, for 20 s.
Scenario hungPayments()
{
    Scenario scenario;
    scenario.load = {110, 2s};
    scenario.policies = noPolicies();
    scenario.fleets = {model::packaging::microservices(shop()), model::packaging::monolith(shop())};
    for (auto &unit : scenario.fleets.front().units)
        unit.instances = unit.id.value == u"catalogue" ? 2 : 1;
    scenario.actions = {Wait{3s}, Inject{hang()}, Wait{20s}, Lift{hang(), {}}, Wait{3s}};
    return scenario;
}

// When the scenario's actions begin, when nothing but its waits takes time.
std::vector<Instant> momentsOf(const Scenario &scenario)
{
    std::vector<Instant> moments;
    Instant now = at(2s);
    for (const auto &action : scenario.actions) {
        moments.push_back(now);
        if (const auto *wait = std::get_if<Wait>(&action))
            now += wait->duration;
    }
    return moments;
}

FleetRecord record(const QString &fleet = u"microservices"_s, const Scenario &scenario = hungPayments())
{
    FleetRecord record;
    record.fleet = {fleet};
    record.begin = at(2s);
    record.end = at(28s);
    record.actions = momentsOf(scenario);
    record.faults = {{u"inject hang:payments"_s, at(5s), at(25s), at(25s)}};
    return record;
}

std::vector<Episode> episodesIn(const Scenario &scenario, const QString &fleet = u"microservices"_s)
{
    return episodesOf(scenario, record(fleet, scenario), shop());
}

// Attempts at a journey every 100 ms from the fault on, which succeed until a moment.
void addUntil(FleetRecord &record, const QString &journey, std::chrono::milliseconds down)
{
    for (auto since = 0ms; since < 20s; since += 100ms) {
        record.results.push_back(attempt(5s + since, since < down ? 'w' : 'x'));
        record.results.back().journey = {journey};
    }
}

Verdict verdictOf(const Scenario &scenario, const FleetRecord &record)
{
    return evaluate(scenario, {record}, shop()).verdicts.at(0);
}

} // namespace

// What a scenario's run is compared with.
class TestForecast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAboutWhatIsInForceMeanwhile();
    void endsWhatIsLifted();
    void passesOverWhatIsMeantForOthers();
    void nothingIsPredictedWhereNothingBreaks();
    void comparesTheMoments_data();
    void comparesTheMoments();
    void comparesStatesOfWhatStaysUp();
    void anotherLoadIsAnotherPrediction();
    void theProgramsOwnStoriesAreForetold_data();
    void theProgramsOwnStoriesAreForetold();
};

void TestForecast::isAboutWhatIsInForceMeanwhile()
{
    auto scenario = hungPayments();
    const auto slow = readFault(u"slow:cart"_s).value();
    const Target search{{u"search"_s}, 0, {}};
    scenario.actions = {Scale{{{u"search"_s}, 0, {}}, 3},
                        SetPolicies{allPolicies(), {}},
                        SetLoad{70},
                        Wait{3s},
                        Inject{hang()},
                        Crash{search},
                        Wait{1s},
                        Inject{slow},
                        SetPolicies{noPolicies(), {}}};
    const auto episodes = episodesIn(scenario);
    QCOMPARE(episodes.size(), 2u);
    const auto &first = episodes.front().situation;
    QCOMPARE(first.packaging.unitOf({u"catalogue"_s})->instances, 2);
    QCOMPARE(first.packaging.unitOf({u"search"_s})->instances, 3);
    QCOMPARE(first.packaging.unitOf({u"cart"_s})->instances, 1);
    QVERIFY(first.policies == allPolicies());
    QCOMPARE(first.load.shoppersPerSecond, 70.0);
    QCOMPARE(first.load.before, 5000ms);
    QCOMPARE(first.moment, 1000ms);
    QCOMPARE(first.faults.size(), 2u);
    QVERIFY(first.faults[0] == hang());
    QCOMPARE(textOf(first.faults[1]), u"crash:search"_s);
    // Another fault, and no policies any more.
    const auto &later = episodes.back();
    QCOMPARE(later.begin, episodes.front().end);
    QCOMPARE(later.end, at(28s));
    QCOMPARE(later.situation.faults.size(), 3u);
    QVERIFY(later.situation.policies == noPolicies());
    QCOMPARE(later.situation.load.before, 6000ms);
    QCOMPARE(later.situation.moment, 22'000ms);
}

void TestForecast::endsWhatIsLifted()
{
    auto scenario = hungPayments();
    const auto slow = readFault(u"slow:cart"_s).value();
    const Target search{{u"search"_s}, 0, {}};
    scenario.actions
        = {Wait{1s}, Inject{hang()}, Wait{2s},      Inject{slow}, Wait{3s},        Lift{hang(), {}}, Wait{4s},
           Lift{},   Wait{5s},       Crash{search}, Wait{6s},     Restart{search}, Wait{5s}};
    const auto episodes = episodesIn(scenario);
    QStringList all;
    for (const auto &episode : episodes) {
        QStringList faults;
        for (const auto &fault : episode.situation.faults)
            faults.append(textOf(fault).section(u',', 0, 0));
        all.append(
            u"%1 %2"_s.arg(std::chrono::round<std::chrono::seconds>(episode.end - episode.begin).count())
                .arg(faults.join(u'+')));
    }
    QCOMPARE(all,
             (QStringList{u"2 hang:payments"_s, u"3 hang:payments+slow:cart"_s, u"4 slow:cart"_s,
                          u"6 crash:search"_s}));
    auto broken = record(u"microservices"_s, scenario);
    broken.actions.resize(4); // the run ended early
    QCOMPARE(episodesOf(scenario, broken, shop()).size(), 2u);
}

void TestForecast::passesOverWhatIsMeantForOthers()
{
    auto scenario = hungPayments();
    const model::system::PackagingId other{u"monolith"_s};
    const auto theirs = readFault(u"hang:search@monolith"_s).value();
    scenario.actions = {Scale{{{u"cart"_s}, 0, other}, 3},
                        SetPolicies{allPolicies(), other},
                        Crash{{{u"cart"_s}, 0, other}},
                        Inject{theirs},
                        Inject{hang()},
                        Wait{20s}};
    const auto episodes = episodesIn(scenario);
    QCOMPARE(episodes.size(), 1u);
    const auto &situation = episodes.front().situation;
    QCOMPARE(situation.faults, std::vector{hang()});
    QVERIFY(situation.policies == noPolicies());
    QCOMPARE(situation.packaging.unitOf({u"cart"_s})->instances, 1);
    QCOMPARE(episodesIn(scenario, u"monolith"_s).back().situation.faults.size(), 3u);
}

void TestForecast::nothingIsPredictedWhereNothingBreaks()
{
    auto scenario = hungPayments();
    scenario.actions = {Wait{20s}, Lift{}};
    QVERIFY(episodesIn(scenario).empty());
    QVERIFY(episodesIn(hungPayments(), u"by-team"_s).empty());
    auto calm = record(u"microservices"_s, scenario);
    calm.faults.clear();
    scenario.expectations = {{{u"microservices"_s}, {u"browse"_s}, AsPredicted{1h}}};
    addAttempts(calm.results, 2s, "wwwww");
    QVERIFY(!verdictOf(scenario, calm).held);
}

void TestForecast::comparesTheMoments_data()
{
    QTest::addColumn<QString>("journey");
    QTest::addColumn<int>("downMs"); // measured
    QTest::addColumn<bool>("held");
    // Check-outs fail at once; 64 places are gone after 6.6 of them a second, 9.7 s.
    QTest::newRow("the first journey dies at once") << u"check-out"_s << 0 << true;
    QTest::newRow("it should have died at once") << u"check-out"_s << 3000 << false;
    QTest::newRow("the others die in their time") << u"browse"_s << 10'500 << true;
    QTest::newRow("too early") << u"browse"_s << 7'000 << false;
    QTest::newRow("too late") << u"browse"_s << 12'500 << false;
    QTest::newRow("never") << u"browse"_s << 20'000 << false;
}

void TestForecast::comparesTheMoments()
{
    QFETCH(QString, journey);
    QFETCH(int, downMs);
    auto scenario = hungPayments();
    scenario.expectations = {{{u"microservices"_s}, {journey}, AsPredicted{2s}}};
    auto run = record();
    addUntil(run, journey, std::chrono::milliseconds(downMs));
    const auto verdict = verdictOf(scenario, run);
    QTEST(verdict.held, "held");
    QVERIFY(verdict.actual.startsWith(u"predicted: down after "_s));
}

void TestForecast::comparesStatesOfWhatStaysUp()
{
    auto scenario = hungPayments();
    scenario.policies = allPolicies();
    scenario.expectations = {{{u"microservices"_s}, {u"browse"_s}, AsPredicted{2s}}};
    auto up = record();
    addUntil(up, u"browse"_s, 20s);
    QVERIFY(verdictOf(scenario, up).held);
    QCOMPARE(verdictOf(scenario, up).actual, u"predicted: working; measured: working"_s);
    auto down = record();
    addUntil(down, u"browse"_s, 10s);
    QVERIFY(!verdictOf(scenario, down).held);
}

void TestForecast::anotherLoadIsAnotherPrediction()
{
    auto scenario = hungPayments();
    scenario.expectations = {{{u"microservices"_s}, {u"browse"_s}, AsPredicted{2s}}};
    auto run = record();
    addUntil(run, u"browse"_s, 10s);
    QVERIFY(verdictOf(scenario, run).held);
    scenario.load.shoppersPerSecond = 60;
    QVERIFY(!verdictOf(scenario, run).held);
}

void TestForecast::theProgramsOwnStoriesAreForetold_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("fleet");
    QTest::addColumn<bool>("allIsLost"); // within seconds
    QTest::addColumn<QStringList>("others"); // besides the check-out, which is lost at once
    const QStringList untouched{u"browse"_s, u"search"_s, u"suggestions"_s};
    const QStringList shopping = untouched + QStringList{u"view-cart"_s, u"add-to-cart"_s};
    QTest::newRow("nobody waits with a limit")
        << u"hung-payments-unprotected"_s << u"microservices"_s << true << shopping;
    QTest::newRow("all calls are protected") << u"hung-payments"_s << u"microservices"_s << false << shopping;
    QTest::newRow("naive retries") << u"retry-storm"_s << u"naive-retries"_s << false << untouched;
    QTest::newRow("a budget") << u"retry-storm"_s << u"retries-with-a-budget"_s << false << untouched;
}

void TestForecast::theProgramsOwnStoriesAreForetold()
{
    QFETCH(QString, scenario);
    QFETCH(QString, fleet);
    QFETCH(bool, allIsLost);
    QFETCH(QStringList, others);
    const auto file = QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/scenarios/%1.json").arg(scenario);
    const auto read = ScenarioReader::readFile(file, shop());
    QVERIFY(read.has_value());
    const auto episodes = episodesIn(*read, fleet);
    QVERIFY(!episodes.empty());
    const auto outlooks = model::analysis::blastRadius(episodes.front().situation).journeys;
    const auto checkOut = outlooks.value({u"check-out"_s});
    QCOMPARE(checkOut.state, JourneyState::Down);
    QVERIFY2(checkOut.after < 1s, qPrintable(checkOut.why));
    for (const auto &journey : others) {
        const auto outlook = outlooks.value({journey});
        QCOMPARE(outlook.state, allIsLost ? JourneyState::Down : JourneyState::Working);
        if (allIsLost)
            QVERIFY2(outlook.after > 2s && outlook.after < 15s, qPrintable(outlook.why));
    }
}

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
