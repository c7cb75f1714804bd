// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results.h"

#include <services/experiment/auditjson.h>
#include <services/experiment/reportwriter.h>
#include <services/experiment/timeline.h>
#include <services/experiment/timelinesvg.h>

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::experiment;
using namespace tests::experiment;
using namespace model::operation;

namespace {

model::system::System twoJourneys()
{
    model::system::System system;
    for (const auto &id : {u"browse"_s, u"search"_s}) {
        model::system::Journey journey;
        journey.id = {id};
        journey.title = id + u" <1>"_s;
        system.journeys.push_back(journey);
    }
    return system;
}

RunResult played()
{
    FleetRecord record;
    record.fleet = {u"monolith"_s};
    record.title = u"The <monolith> & co"_s;
    record.begin = at(1s);
    record.end = at(7s);
    record.faults = {{u"crash catalogue"_s, at(2s), at(4s), at(5s)}};
    addAttempts(record.results, 1s, "wwwwwwwwww");
    addAttempts(record.results, 2s, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
    addAttempts(record.results, 5s, "wwwwwwwwww");

    Scenario scenario;
    scenario.id = u"kill"_s;
    scenario.title = u"Kill <it>"_s;
    scenario.seed = 5;
    scenario.expectations = {
        {{u"monolith"_s}, {u"browse"_s}, StateIs{Phase::During, JourneyState::Down}},
        {{u"monolith"_s}, {u"browse"_s}, RecoversWithin{100ms}},
        {{u"monolith"_s}, {u"search"_s}, StateIs{Phase::During, JourneyState::Working}},
        {{u"elsewhere"_s}, {u"browse"_s}, StateIs{Phase::During, JourneyState::Working}},
    };
    return evaluate(scenario, {record}, twoJourneys());
}

} // namespace

Q_DECLARE_METATYPE(services::experiment::Audit)

// What a run comes to: the result, its JSON and its page.
class TestRunResult : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesTheFleetsThatWereRun();
    void hasTheShapeThatOthersRead();
    void tellsWhatWasSeenOfCapabilities();
    void tellsWhatWasWaitedForInVain();
    void aRunOfWhichNothingIsExpectedDoesNotPass();
    void passesOnlyWithBooksThatBalance_data();
    void passesOnlyWithBooksThatBalance();
    void slicesTime();
    void drawsNoTimeWhereNothingSucceeds();
    void thePageIsWellFormedAndNeedsNothingElse();
    void thePageTellsWhatWasMeasured();
    void writesAtomically();
};

void TestRunResult::judgesTheFleetsThatWereRun()
{
    const auto result = played();
    QCOMPARE(result.verdicts.size(), 3u); // the fleet elsewhere was not run
    QVERIFY(result.verdicts[0].held);
    QVERIFY(!result.verdicts[1].held);
    QVERIFY(!result.verdicts[2].held); // nobody tried
    QVERIFY(!result.passed());
}

void TestRunResult::hasTheShapeThatOthersRead()
{
    const auto json = toJson(played());
    QCOMPARE(json[u"scenario"].toString(), u"kill"_s);
    QCOMPARE(json[u"seed"].toInt(), 5);
    QCOMPARE(json[u"passed"], QJsonValue(false));
    const auto journeys = json[u"fleets"].toObject()[u"monolith"].toObject()[u"journeys"].toObject();
    QCOMPARE(journeys.keys(), QStringList{u"browse"_s});
    const auto browse = journeys[u"browse"].toObject();
    QCOMPARE(browse[u"attempts"].toInt(), 50);
    QCOMPARE(browse[u"succeeded"].toInt(), 20);
    const QJsonObject states{
        {u"before"_s, u"working"_s}, {u"during"_s, u"down"_s}, {u"after"_s, u"working"_s}};
    QCOMPARE(browse[u"states"].toObject(), states);
    for (const auto &quantile : {u"p50"_s, u"p95"_s, u"p99"_s}) {
        const double time = browse[u"latencyMs"].toObject()[quantile].toDouble();
        QVERIFY(time > 9.9 && time < 10.1);
    }
    QCOMPARE(browse[u"recoveryMs"].toInt(), 1010);
    const auto expectations = json[u"expectations"].toArray();
    QCOMPARE(expectations.size(), 3);
    const auto first = expectations[0].toObject();
    QCOMPARE(first[u"text"].toString(), u"monolith: browse is down during the fault"_s);
    QCOMPARE(first[u"held"], QJsonValue(true));
    QCOMPARE(first[u"actual"].toString(), u"down: 0 of 30 attempts succeeded"_s);
}

void TestRunResult::tellsWhatWasSeenOfCapabilities()
{
    auto system = twoJourneys();
    model::system::Capability cart;
    cart.id = {u"cart"_s};
    system.capabilities = {cart};
    FleetRecord record;
    record.fleet = {u"monolith"_s};
    record.begin = at(1s);
    record.end = at(4s);
    record.faults = {{u"inject errors:cart"_s, at(2s), at(3s), at(3s)}};
    addAttempts(record.results, 1s, "ww");
    addAttempts(record.results, 2s, "xx");
    Scenario scenario;
    scenario.expectations = {{{u"monolith"_s}, {}, CallsAtMostTimesBefore{Phase::During, 2}, cart.id},
                             {{u"monolith"_s}, {}, InstancesInTheEndAtMost{2}, cart.id}};
    QVERIFY(!evaluate(scenario, {record}, system).verdicts[1].held); // nobody looked
    for (const auto &[when, calls] : std::map<std::chrono::milliseconds, quint64>{
             {1000ms, 10}, {1900ms, 14}, {2000ms, 20}, {2900ms, 32}, {3500ms, 40}}) {
        Sighting sighting;
        sighting.at = at(when);
        sighting.capabilities.insert(cart.id, {calls, 2});
        record.sightings.push_back(sighting);
    }
    const auto result = evaluate(scenario, {record}, system);
    QVERIFY(!result.verdicts[0].held); // three times
    QVERIFY(result.verdicts[1].held);
    const auto fleet = toJson(result)[u"fleets"].toObject()[u"monolith"].toObject();
    const auto seen = fleet[u"capabilities"].toObject()[u"cart"].toObject();
    QCOMPARE(seen[u"instancesInTheEnd"].toInt(), 2);
    const QJsonObject during{{u"calls"_s, 12}, {u"attemptsOfCustomers"_s, 2}, {u"mostInstances"_s, 2}};
    QCOMPARE(seen[u"phases"].toObject()[u"during"].toObject(), during);
}

void TestRunResult::tellsWhatWasWaitedForInVain()
{
    FleetRecord record;
    record.fleet = {u"monolith"_s};
    record.begin = at(1s);
    record.end = at(4s);
    addAttempts(record.results, 1s, "wwx");
    record.vainWaits = {{u"wait until all instances are healthy"_s, u"not within 3000 ms"_s, at(4s)}};
    Scenario scenario;
    scenario.expectations
        = {{{u"monolith"_s}, {u"browse"_s}, StateIs{Phase::Before, JourneyState::Degraded}}};
    const auto result = evaluate(scenario, {record}, twoJourneys());
    QVERIFY(!result.passed());
    QCOMPARE(result.verdicts.size(), 2u);
    QVERIFY(result.verdicts[0].held);
    QVERIFY(!result.verdicts[1].held);
    const auto json = toJson(result);
    const auto wait = json[u"expectations"].toArray()[1].toObject();
    QCOMPARE(wait[u"text"].toString(), u"monolith: wait until all instances are healthy"_s);
    QCOMPARE(wait[u"actual"].toString(), u"not within 3000 ms"_s);
    const auto fleet = json[u"fleets"].toObject()[u"monolith"].toObject();
    QCOMPARE(fleet[u"journeys"].toObject()[u"browse"].toObject()[u"attempts"].toInt(), 3);
    QCOMPARE(fleet[u"vainWaits"].toArray()[0].toObject()[u"atMs"].toInt(), 3000);
}

void TestRunResult::aRunOfWhichNothingIsExpectedDoesNotPass()
{
    FleetRecord record;
    record.fleet = {u"by-team"_s};
    addAttempts(record.results, 1s, "www");
    Scenario scenario;
    QVERIFY(evaluate(scenario, {record}, twoJourneys()).passed()); // it is only to be looked at
    scenario.expectations = {{{u"monolith"_s}, {u"browse"_s}, StateIs{Phase::During, JourneyState::Working}}};
    const auto result = evaluate(scenario, {record}, twoJourneys());
    QVERIFY(!result.passed());
    QCOMPARE(result.verdicts.size(), 1u);
    QCOMPARE(result.verdicts[0].actual, u"no expectation concerns this fleet"_s);
}

void TestRunResult::passesOnlyWithBooksThatBalance_data()
{
    QTest::addColumn<Audit>("audit");
    QTest::addColumn<bool>("passed");
    QTest::addColumn<QString>("words");
    Audit good;
    good.resolved = 2;
    good.waited = 400ms;
    QTest::newRow("they balance") << good << true << u"They balance: each confirmed order"_s;
    Audit waiting;
    waiting.waiting = 3;
    waiting.moving = QStringList{u"3 messages wait for notifications"_s};
    QTest::newRow("messages wait") << waiting << true << u"3 messages still wait"_s;
    Audit wrong;
    wrong.wrong = {{u"Monolith"_s, u"not-charged"_s, u"<1>"_s, u"order <1>"_s},
                   {u"Monolith"_s, u"not-charged"_s, u"2"_s, u"order 2"_s, 5}};
    wrong.kinds = {{u"not-charged"_s, {u"Not charged"_s, u"Nobody has paid."_s}}};
    wrong.sums = {{u"Monolith"_s, u"captured charges"_s, 7}};
    wrong.efforts = {{u"Monolith"_s, 8, 61, 2, 1, true}};
    QTest::newRow("something is wrong") << wrong << false << u"<li>Monolith: order &lt;1&gt;</li>"_s;
    Audit open;
    open.inFlight = 3;
    open.resolved = 1;
    open.waited = 15s;
    QTest::newRow("something is not settled")
        << open << false << u"after 15.0 s 3 purchases were still not settled"_s;
    Audit unread;
    unread.unread = QStringList{u"no orders"_s};
    QTest::newRow("a book cannot be read") << unread << false << u"<li>no orders</li>"_s;
}

void TestRunResult::passesOnlyWithBooksThatBalance()
{
    QFETCH(Audit, audit);
    QFETCH(bool, passed);
    QFETCH(QString, words);
    RunResult result;
    result.audit = audit;
    QCOMPARE(result.passed(), passed);
    const auto html = QString::fromUtf8(ReportWriter::html(result, twoJourneys()));
    QVERIFY2(html.contains(words), qPrintable(html));
    QCOMPARE(html.contains(u"They balance"_s), passed);
    const auto json = toJson(result)[u"audit"].toObject();
    QCOMPARE(json[u"wrong"].toInteger(), qint64(audit.wrong.size()));
    QCOMPARE(json[u"unread"].toInt(), audit.unread.size());
    QCOMPARE(json[u"sentences"].toArray().size(), audit.complaints().size());
    const auto times = json[u"damages"][u"not-charged"][u"times"].toInt();
    QCOMPARE(times, static_cast<int>(audit.wrong.size()));
    QCOMPARE(services::experiment::auditOf(json), audit);
}

void TestRunResult::drawsNoTimeWhereNothingSucceeds()
{
    const auto record = played().fleets[0].record; // nothing succeeds from 2 s to 5 s
    const auto line = u"<polyline"_s;
    QCOMPARE(timelineSvg({record}, Curve::SuccessesPerSecond).count(line), 1);
    const auto times = timelineSvg({record}, Curve::P95);
    QCOMPARE(times.count(line), 2);
    QVERIFY(!times.contains(u",212.0 "_s) && !times.contains(u",212.0\""_s)); // the axis: 0 ms
}

void TestRunResult::slicesTime()
{
    const auto timeline = timelineOf(played().fleets[0].record);
    QCOMPARE(timeline.slices.size(), 12u); // six seconds
    QCOMPARE(timeline.slices[0].successesPerSecond, 10.0);
    QVERIFY(timeline.slices[0].p95Ms > 9.9 && timeline.slices[0].p95Ms < 10.1);
    QCOMPARE(timeline.slices[3].successesPerSecond, 0.0);
    QVERIFY(!timeline.slices[3].p95Ms);
    QCOMPARE(timeline.slices[8].successesPerSecond, 10.0);
    QVERIFY(timelineOf({}).slices.empty());
}

void TestRunResult::thePageIsWellFormedAndNeedsNothingElse()
{
    const auto html = ReportWriter::html(played(), twoJourneys());
    auto body = html.mid(html.indexOf("<body>"));
    body.truncate(body.indexOf("</html>"));
    QXmlStreamReader xml(body);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    for (const auto *reference : {"http://", "https://", "<script", "<link", "@import", "url("})
        QVERIFY2(!html.contains(reference), reference);
}

void TestRunResult::thePageTellsWhatWasMeasured()
{
    const auto html = QString::fromUtf8(ReportWriter::html(played(), twoJourneys()));
    for (const auto &text :
         {u"Kill &lt;it&gt;"_s, u"The &lt;monolith&gt; &amp; co"_s, u"<b>measured</b>"_s,
          u"✕ down</span><small>0 of 30"_s, u"● working</span><small>10 of 10"_s,
          u"<td class=\"figure\">1010</td>"_s, u"✓ held"_s, u"✕ not held"_s, u"crash catalogue"_s})
        QVERIFY2(html.contains(text), qPrintable(text));
}

void TestRunResult::writesAtomically()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"out.html"_s);
    QVERIFY(ReportWriter::write(path, "first").has_value());
    QVERIFY(ReportWriter::write(path, "second").has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("second"));
    const auto refused = ReportWriter::write(folder.filePath(u"no/such/folder/out.html"_s), "x");
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().subject.endsWith(u"out.html"_s));
}

QTEST_GUILESS_MAIN(TestRunResult)
#include "tst_runresult.moc"
