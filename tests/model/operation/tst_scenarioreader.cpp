// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/operation/scenarioreader.h>
#include <model/packaging/packagingreader.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <tests/model/schema/jsonedit.h>
#include <tests/model/schema/mutants.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace model::operation;
using namespace tests::schema;
using model::result::Checked;
using model::system::System;

// Scenarios as files: the program's own are good, and each mistake is named with its place.
class TestScenarioReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheProgramsOwn_data();
    void readsTheProgramsOwn();
    void readsAllThatAFileMaySay();
    void expectsOfAllJourneysWhenNoneIsNamed();
    void expectsOfAllCapabilitiesWhenNoneIsNamed();
    void doesNotRepeatABrokersPassword();
    void saysWhatItExpectsInWords();
    void findsTheMistake_data();
    void findsTheMistake();
    void findsEachMistakeAtOnce();
    void refusesWhatTheSchemaForbids();
    void takesAPackagingFileBesideTheScenario();
    void reportsTheMistakesOfAPackagingFile();
    void refusesAHugeFileUnread();

private:
    static System shop()
    {
        return model::system::SystemReader::readFile(
                   QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
            .value();
    }
    Checked<Scenario> read(const QJsonValue &document) const
    {
        return ScenarioReader::readText(textOf(document), u"s.json"_s, m_shop);
    }

    const System m_shop = shop();
    const JsonSchema m_schema{valueOf(sourceFile(u"resources/schema/scenario.schema.json"_s)).toObject()};
    // Says everything that a file may say.
    const QJsonValue m_good = valueOf(R"({
        "$schema": "scenario.schema.json", "formatVersion": 1, "id": "all", "title": "All", "summary": "Everything",
        "seed": 3, "load": {"shoppersPerSecond": 12.5, "warmUpMs": 100, "journeys": ["check-out", "add-to-cart"]},
        "policies": "all", "without": ["inbox", "saga-log"], "damages": ["event-acted-on-twice"],
        "broker": "amqp://shop:secret@localhost:5672/shop",
        "fleets": [{"packaging": "monolith"},
                   {"packaging": "microservices", "name": "two",
                    "instances": [{"capability": "catalogue", "count": 2}]}],
        "actions": [{"do": "crash", "capability": "catalogue", "instance": 2, "fleet": "two"},
                    {"do": "restart", "capability": "catalogue"},
                    {"do": "scale", "capability": "cart", "instances": 3, "fleet": "two"},
                    {"do": "set-load", "shoppersPerSecond": 5},
                    {"do": "wait", "ms": 20},
                    {"do": "set-policies", "policies": "none", "fleet": "two"},
                    {"do": "set-policies", "call": {"from": "orders", "to": "payments POST /charges"},
                     "policies": {"breaker": {"openForMs": 5000}, "timeout": {}}},
                    {"do": "set-policies", "unit": "payments", "policies": {"shedding": {"inFlightShare": 0.5},
                     "calls": {"breaker": {"openForMs": 5000}, "timeout": {}}}},
                    {"do": "wait-until-healthy", "fleet": "two", "withinMs": 500},
                    {"do": "wait-until-journey", "journey": "browse", "state": "down", "fleet": "monolith"},
                    {"do": "autoscale", "capability": "cart", "fleet": "two", "target": 0.5, "tolerance": 0.2,
                     "fewest": 2, "most": 3, "scaleDownAfterMs": 2500},
                    {"do": "autoscale", "capability": "catalogue"},
                    {"do": "stop-autoscaling", "capability": "cart", "fleet": "two"},
                    {"do": "inject", "fault": "slow:payments,delay=800"},
                    {"do": "lift", "fault": "slow:payments,delay=800"},
                    {"do": "lift", "fleet": "two"},
                    {"do": "switch-off", "safeguard": "outbox", "fleet": "two"},
                    {"do": "switch-on", "safeguard": "outbox"},
                    {"do": "storm", "ms": 4000, "most": ["orders", "payments"]}],
        "expectations": [{"fleet": "two", "journeys": ["browse"], "phase": "during", "state": "degraded"},
                         {"fleet": "two", "journeys": ["browse"], "recoversWithinMs": 900},
                         {"fleet": "two", "journeys": ["browse"], "phase": "before", "failuresAtMost": 4},
                         {"fleet": "two", "journeys": ["search"], "phase": "after", "successShareAtLeast": 0.75},
                         {"fleet": "two", "journeys": ["search"], "phase": "during",
                          "p95AtMostTimesBefore": 1.5},
                         {"fleet": "two", "journeys": ["search"], "p95BackUnderMs": 200, "withinMs": 9000},
                         {"fleet": "two", "journeys": ["browse"], "asPredictedWithinMs": 3000},
                         {"fleet": "two", "capabilities": ["payments"], "phase": "during",
                          "callsAtMostTimesBefore": 2.5},
                         {"fleet": "two", "capabilities": ["payments", "cart"], "phase": "after",
                          "callsAtLeastTimesBefore": 0.5},
                         {"fleet": "two", "capabilities": ["search"], "phase": "during", "instancesAtMost": 1},
                         {"fleet": "two", "capabilities": ["cart"], "phase": "during", "instancesAtLeast": 3},
                         {"fleet": "two", "capabilities": ["cart"], "instancesInTheEndAtMost": 2},
                         {"fleet": "two", "capabilities": ["cart"], "phase": "during",
                          "messagesWaitingAtLeast": 40},
                         {"fleet": "two", "capabilities": ["cart"], "drainsWithinMs": 5000,
                          "atMostPerSecond": 300}]
    })");
};

namespace {

QString printed(const Checked<Scenario> &scenario)
{
    QString all;
    for (const auto &error : scenario ? model::result::Errors{} : scenario.error())
        all += error.subject + u": "_s + error.message + u'\n';
    return all;
}

} // namespace

void TestScenarioReader::readsTheProgramsOwn_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/scenarios"));
    for (const QString &name : folder.entryList({u"*.json"_s}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestScenarioReader::readsTheProgramsOwn()
{
    QFETCH(QString, file);
    const auto scenario = ScenarioReader::readFile(file, m_shop);
    QVERIFY2(scenario.has_value(), qPrintable(printed(scenario)));
    QCOMPARE(scenario->id + u".json"_s, QFileInfo(file).fileName());
    QVERIFY(!scenario->expectations.empty());
    const auto document = valueOf(sourceFile(u"resources/scenarios/"_s + QFileInfo(file).fileName()));
    QCOMPARE(m_schema.faults(document), QStringList());
}

void TestScenarioReader::readsAllThatAFileMaySay()
{
    using namespace std::chrono_literals;
    QCOMPARE(m_schema.faults(m_good), QStringList());
    const auto scenario = read(m_good);
    QVERIFY2(scenario.has_value(), qPrintable(printed(scenario)));
    QCOMPARE(scenario->seed, 3u);
    QCOMPARE(scenario->load, (Load{12.5, 100ms, {{u"check-out"_s}, {u"add-to-cart"_s}}}));
    QCOMPARE(scenario->safeguards.off(), (std::vector{Safeguard::Inbox, Safeguard::SagaLog}));
    QCOMPARE(scenario->damages, QStringList{u"event-acted-on-twice"_s});
    QCOMPARE(scenario->fleets.size(), 2u);
    const auto *two = scenario->fleet({u"two"_s});
    QVERIFY(two != nullptr);
    QCOMPARE(two->unitOf({u"catalogue"_s})->instances, 2);
    QCOMPARE(two->unitOf({u"cart"_s})->instances, 1);

    QCOMPARE(scenario->policies, allPolicies());
    QCOMPARE(scenario->broker, u"amqp://shop:secret@localhost:5672/shop"_s);

    const model::system::CapabilityId catalogue{u"catalogue"_s};
    CallPolicies breakerAndTimeout;
    breakerAndTimeout.timeout.emplace();
    breakerAndTimeout.breaker.emplace().openFor = 5s;
    Fault slow;
    slow.kind = FaultKind::Slow;
    slow.target.capability = {u"payments"_s};
    slow.settings = {{FaultSetting::DelayMs, 800}};
    const auto storms = std::ranges::find_if(
        scenario->actions, [](const Action &action) { return std::holds_alternative<Storm>(action); });
    QVERIFY(storms != scenario->actions.end());
    const auto &storm = std::get<Storm>(*storms);
    QCOMPARE(storm.duration, 4000ms);
    QCOMPARE(storm.most, (std::vector<model::system::CapabilityId>{{u"orders"_s}, {u"payments"_s}}));
    QCOMPARE(storm.capabilities.size(), m_shop.capabilities.size());
    const Storm::Link charge{{u"orders"_s}, {u"payments"_s}};
    QCOMPARE(std::ranges::count(storm.links, charge), 1);
    const std::vector<Action> actions = {
        Crash{{catalogue, 2, {u"two"_s}}},
        Restart{{catalogue, 0, {}}},
        Scale{{{u"cart"_s}, 0, {u"two"_s}}, 3},
        SetLoad{5},
        Wait{20ms},
        SetPolicies{noPolicies(), {u"two"_s}},
        SetPolicies{CallChange{{{u"orders"_s}, {{u"payments"_s}, u"POST /charges"_s}}, breakerAndTimeout},
                    {}},
        SetPolicies{UnitChange{{u"payments"_s}, {SheddingPolicy{0.5}, {}}, breakerAndTimeout}, {}},
        WaitUntilHealthy{{u"two"_s}, 500ms},
        WaitUntilJourney{{u"browse"_s}, JourneyState::Down, {u"monolith"_s}, 10000ms},
        Autoscale{{{u"cart"_s}, 0, {u"two"_s}}, Autoscaling{0.5, 0.2, 2, 3, 2500ms}},
        Autoscale{{catalogue, 0, {}}, Autoscaling{}},
        Autoscale{{{u"cart"_s}, 0, {u"two"_s}}, std::nullopt},
        Inject{slow},
        Lift{slow, {}},
        Lift{{}, {u"two"_s}},
        SetSafeguard{Safeguard::Outbox, false, {u"two"_s}},
        SetSafeguard{Safeguard::Outbox, true, {}},
        storm,
    };
    QVERIFY(scenario->actions == actions);
    const std::vector<Expectation> expectations = {
        {{u"two"_s}, {u"browse"_s}, StateIs{Phase::During, JourneyState::Degraded}},
        {{u"two"_s}, {u"browse"_s}, RecoversWithin{900ms}},
        {{u"two"_s}, {u"browse"_s}, FailuresAtMost{Phase::Before, 4}},
        {{u"two"_s}, {u"search"_s}, SuccessShareAtLeast{Phase::After, 0.75}},
        {{u"two"_s}, {u"search"_s}, P95AtMostTimesBefore{Phase::During, 1.5}},
        {{u"two"_s}, {u"search"_s}, P95BackUnder{200ms, 9000ms}},
        {{u"two"_s}, {u"browse"_s}, AsPredicted{3000ms}},
        {{u"two"_s}, {}, CallsAtMostTimesBefore{Phase::During, 2.5}, {u"payments"_s}},
        {{u"two"_s}, {}, CallsAtLeastTimesBefore{Phase::After, 0.5}, {u"payments"_s}},
        {{u"two"_s}, {}, CallsAtLeastTimesBefore{Phase::After, 0.5}, {u"cart"_s}},
        {{u"two"_s}, {}, InstancesAtMost{Phase::During, 1}, {u"search"_s}},
        {{u"two"_s}, {}, InstancesAtLeast{Phase::During, 3}, {u"cart"_s}},
        {{u"two"_s}, {}, InstancesInTheEndAtMost{2}, {u"cart"_s}},
        {{u"two"_s}, {}, MessagesWaitingAtLeast{Phase::During, 40}, {u"cart"_s}},
        {{u"two"_s}, {}, DrainsWithin{5000ms, 300}, {u"cart"_s}},
    };
    QVERIFY(scenario->expectations == expectations);
}

void TestScenarioReader::expectsOfAllJourneysWhenNoneIsNamed()
{
    const auto scenario = read(edited(m_good, u"/expectations/0/journeys"_s, QJsonValue::Undefined));
    QVERIFY2(scenario.has_value(), qPrintable(printed(scenario)));
    QCOMPARE(scenario->expectations.size(), m_shop.journeys.size() + 14);
}

void TestScenarioReader::expectsOfAllCapabilitiesWhenNoneIsNamed()
{
    const auto scenario = read(edited(m_good, u"/expectations/9/capabilities"_s, QJsonValue::Undefined));
    QVERIFY2(scenario.has_value(), qPrintable(printed(scenario)));
    const auto limited = std::ranges::count_if(scenario->expectations, [](const Expectation &each) {
        return std::holds_alternative<InstancesAtMost>(each.check) && !each.capability.isEmpty();
    });
    QCOMPARE(std::size_t(limited), m_shop.capabilities.size());
}

void TestScenarioReader::doesNotRepeatABrokersPassword()
{
    const auto scenario = read(edited(m_good, u"/broker"_s, u"amqps://shop:secret@localhost"_s));
    QVERIFY(!scenario.has_value());
    QVERIFY(printed(scenario).contains(u"/broker: Write the URL of a broker"_s));
    QVERIFY(!printed(scenario).contains(u"secret"_s));
}

void TestScenarioReader::saysWhatItExpectsInWords()
{
    const auto scenario = read(m_good);
    QStringList all;
    for (const auto &expectation : scenario.value().expectations)
        all.append(words(expectation));
    QCOMPARE(
        all.mid(6),
        (QStringList{
            u"two: browse comes to what is predicted, within 3000 ms of the predicted moment"_s,
            u"two: payments is called at most 2.5 times as often during as before the fault"_s,
            u"two: payments is called at least 0.5 times as often after as before the fault"_s,
            u"two: cart is called at least 0.5 times as often after as before the fault"_s,
            u"two: search never has more than 1 instance during the fault"_s,
            u"two: cart grows to at least 3 instances during the fault"_s,
            u"two: cart has no more than 2 instances in the end"_s,
            u"two: cart has at least 40 messages waiting for it during the fault"_s,
            u"two: cart works off what waits for it within 5000 ms of its restart, at most 300 messages a second"_s,
        }));
}

void TestScenarioReader::findsTheMistake_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, QString change, const char *to, QString subject, QString message) {
        QTest::newRow(name) << change << QByteArray(to) << subject << message;
    };
    row("an unknown capability", u"/actions/1/capability"_s, R"("catalog")", u"/actions/1/capability"_s,
        u"Did you mean \"catalogue\"?"_s);
    row("an unknown journey", u"/expectations/0/journeys/0"_s, R"("browze")", u"/expectations/0/journeys"_s,
        u"Did you mean \"browse\"?"_s);
    row("a journey to wait for that is unknown", u"/actions/9/journey"_s, R"("fly")", u"/actions/9/journey"_s,
        u"There is no journey \"fly\"."_s);
    row("an unknown fleet", u"/actions/0/fleet"_s, R"("microservices")", u"/actions/0/fleet"_s,
        u"There is no fleet \"microservices\"."_s);
    row("an expectation on an unknown fleet", u"/expectations/1/fleet"_s, R"("tw")",
        u"/expectations/1/fleet"_s, u"There is no fleet \"tw\"."_s);
    row("an unknown packaging", u"/fleets/0/packaging"_s, R"("monolit")", u"/fleets/0/packaging"_s,
        u"Did you mean \"monolith\"?"_s);
    row("two fleets of one name", u"/fleets/1/name"_s, R"("monolith")", u"/fleets/1/packaging"_s,
        u"Another fleet is called \"monolith\"."_s);
    row("instances of an unknown capability", u"/fleets/1/instances/0/capability"_s, R"("cat")",
        u"/fleets/1/instances/0/capability"_s, u"There is no capability \"cat\"."_s);
    row("an autoscaler that may have fewer than it must", u"/actions/10/most"_s, "1", u"/actions/10/most"_s,
        u"At most 1 is less than at least 2."_s);
    row("an instance that does not run", u"/actions/0/instance"_s, "3", u"/actions/0/instance"_s,
        u"There are only 2 instances"_s);
    row("a restart of what nothing has crashed", u"/actions/1/capability"_s, R"("search")",
        u"/actions/1/capability"_s, u"Crash it first."_s);
    row("an unknown set of policies", u"/actions/5/policies"_s, R"("some")", u"/actions/5/policies"_s,
        u"\"none\""_s);
    row("policies of a wrong type", u"/policies"_s, "7", u"/policies"_s, u"\"none\""_s);
    row("an unknown policy", u"/actions/6/policies/braker"_s, "{}", u"/actions/6/policies/braker"_s,
        u"breaker"_s);
    row("a caller that is unknown", u"/actions/6/call/from"_s, R"("order")", u"/actions/6/call/from"_s,
        u"Did you mean \"orders\"?"_s);
    row("a call that is not made", u"/actions/6/call/to"_s, R"("payments POST /charge")",
        u"/actions/6/call/to"_s, u"Did you mean \"payments POST /charges\"?"_s);
    row("a caller that calls nobody", u"/actions/6/call/from"_s, R"("payments")", u"/actions/6/call/from"_s,
        u"calls nobody"_s);
    row("a call and a unit at once", u"/actions/6/unit"_s, R"("payments")", u"/actions/6/unit"_s,
        u"not both"_s);
    row("policies of an unknown unit", u"/actions/7/unit"_s, R"("pay")", u"/actions/7/unit"_s,
        u"There is no capability \"pay\"."_s);
    row("a fault of nobody", u"/actions/13/fault"_s, R"("hang:paymnts")", u"/actions/13/fault"_s,
        u"payments"_s);
    row("a fault in an unknown fleet", u"/actions/13/fault"_s, R"("hang:payments@three")",
        u"/actions/13/fault"_s, u"There is no fleet \"three\""_s);
    row("lifting what was not injected", u"/actions/14/fault"_s, R"("hang:payments")", u"/actions/14/fault"_s,
        u"Inject it first."_s);
    row("expectations without any fault", u"/actions"_s, R"([{"do": "wait", "ms": 1}])",
        u"/expectations/0/state"_s, u"Nothing breaks in this scenario"_s);
    row("two checks in one", u"/expectations/0/failuresAtMost"_s, "1", u"/expectations/0/failuresAtMost"_s,
        u"exactly one of"_s);
    row("no check", u"/expectations/1/recoversWithinMs"_s, "", u"/expectations/1"_s, u"exactly one of"_s);
    row("expectations that contradict each other", u"/expectations/-"_s,
        R"({"fleet": "two", "journeys": ["browse"], "phase": "during", "state": "working"})",
        u"/expectations/14/state"_s, u"two: browse is degraded during the fault"_s);
    row("an unknown capability that something is expected of", u"/expectations/9/capabilities/0"_s,
        R"("serch")", u"/expectations/9/capabilities"_s, u"Did you mean \"search\"?"_s);
    row("journeys where capabilities belong", u"/expectations/9/journeys"_s, R"(["browse"])",
        u"/expectations/9/journeys"_s, u""_s);
}

void TestScenarioReader::findsTheMistake()
{
    QFETCH(QString, change);
    QFETCH(QByteArray, to);
    QFETCH(QString, subject);
    QFETCH(QString, message);
    const auto value = to.isEmpty() ? QJsonValue(QJsonValue::Undefined) : valueOf(to);
    const auto scenario = read(edited(m_good, change, value));
    QVERIFY(!scenario.has_value());
    const auto hit = std::ranges::any_of(scenario.error(), [&](const model::result::Error &error) {
        return error.subject == u"s.json#"_s + subject && error.message.contains(message);
    });
    QVERIFY2(hit, qPrintable(printed(scenario)));
}

void TestScenarioReader::findsEachMistakeAtOnce()
{
    auto document = edited(m_good, u"/actions/1/capability"_s, u"nothing"_s);
    document = edited(document, u"/load/shoppersPerSecond"_s, -1);
    document = edited(document, u"/fleets/0/packaging"_s, u"heap"_s);
    document = edited(document, u"/expectations/3/successShareAtLeast"_s, 2);
    document = edited(document, u"/extra"_s, 1);
    const auto scenario = read(document);
    QVERIFY(!scenario.has_value());
    QStringList places;
    for (const auto &error : scenario.error())
        places.append(error.subject);
    // The fleet that could not be made is missed by whoever names it, which is no echo: its name is known.
    for (const auto &place :
         {u"/actions/1/capability"_s, u"/load/shoppersPerSecond"_s, u"/fleets/0/packaging"_s,
          u"/expectations/3/successShareAtLeast"_s, u"/extra"_s})
        QVERIFY2(places.contains(u"s.json#"_s + place), qPrintable(place + u'\n' + printed(scenario)));
}

void TestScenarioReader::refusesWhatTheSchemaForbids()
{
    const auto mutants = badMutants(m_schema, m_good);
    QVERIFY(mutants.size() > 50);
    for (const auto &mutant : mutants)
        QVERIFY2(!read(mutant.document).has_value(), qPrintable(mutant.name));
    // What an action or a check may say depends on its kind, which the mutants above leave alone.
    const auto refused = [this](const QString &pointer, const char *value) {
        const auto document = edited(m_good, pointer, valueOf(value));
        return !m_schema.faults(document).isEmpty() && !read(document).has_value();
    };
    QVERIFY(refused(u"/actions/4/capability"_s, R"("cart")"));
    QVERIFY(refused(u"/actions/4/ms"_s, "0"));
    QVERIFY(refused(u"/actions/4/ms"_s, R"("20")"));
    QVERIFY(refused(u"/actions/2/instance"_s, "1"));
    QVERIFY(refused(u"/actions/2/instances"_s, "0"));
    QVERIFY(refused(u"/actions/3/shoppersPerSecond"_s, "10001"));
    QVERIFY(refused(u"/actions/8/withinMs"_s, "600001"));
    QVERIFY(refused(u"/actions/9/state"_s, R"("unknown")"));
    QVERIFY(refused(u"/actions/0/do"_s, R"("explode")"));
    QVERIFY(refused(u"/policies"_s, R"("some")"));
    QVERIFY(refused(u"/actions/5/policies"_s, "4"));
    QVERIFY(refused(u"/actions/6/policies/breaker/openForMs"_s, "0"));
    QVERIFY(refused(u"/actions/6/policies/breaker/failureShare"_s, "1.5"));
    QVERIFY(refused(u"/actions/6/policies/shedding"_s, "{}"));
    QVERIFY(refused(u"/actions/7/policies/shedding/inFlightShare"_s, "0"));
    QVERIFY(refused(u"/actions/7/policies/breaker"_s, "{}"));
    QVERIFY(refused(u"/expectations/0/phase"_s, R"("later")"));
    QVERIFY(refused(u"/expectations/0/state"_s, R"("fine")"));
    QVERIFY(refused(u"/expectations/1/phase"_s, R"("after")"));
    QVERIFY(refused(u"/expectations/2/failuresAtMost"_s, "-1"));
    QVERIFY(refused(u"/expectations/3/successShareAtLeast"_s, "1.01"));
    QVERIFY(refused(u"/expectations/4/p95AtMostTimesBefore"_s, "0"));
    QVERIFY(refused(u"/expectations/4/phase"_s, R"("later")"));
    QVERIFY(refused(u"/expectations/5/p95BackUnderMs"_s, "0"));
    QVERIFY(refused(u"/expectations/5/withinMs"_s, "600001"));
    QVERIFY(refused(u"/expectations/5/phase"_s, R"("during")"));
    QVERIFY(refused(u"/expectations/6/asPredictedWithinMs"_s, "0"));
    QVERIFY(refused(u"/expectations/6/phase"_s, R"("during")"));
    QVERIFY(refused(u"/expectations/7/callsAtMostTimesBefore"_s, "0"));
    QVERIFY(refused(u"/expectations/8/callsAtLeastTimesBefore"_s, "1001"));
    QVERIFY(refused(u"/expectations/9/instancesAtMost"_s, "0"));
    QVERIFY(refused(u"/expectations/9/journeys"_s, R"(["browse"])"));
    QVERIFY(refused(u"/expectations/10/instancesAtLeast"_s, "65"));
    QVERIFY(refused(u"/expectations/11/instancesInTheEndAtMost"_s, "1.5"));
    QVERIFY(refused(u"/expectations/11/phase"_s, R"("after")"));
    QVERIFY(refused(u"/expectations/12/messagesWaitingAtLeast"_s, "0"));
    QVERIFY(refused(u"/expectations/13/drainsWithinMs"_s, "0"));
    QVERIFY(refused(u"/expectations/13/atMostPerSecond"_s, "0"));
    QVERIFY(refused(u"/expectations/13/journeys"_s, R"(["browse"])"));
}

void TestScenarioReader::takesAPackagingFileBesideTheScenario()
{
    const QTemporaryDir folder;
    auto packaging = model::packaging::byTeam(m_shop);
    packaging.id.value = u"mine"_s;
    QFile file(folder.filePath(u"mine.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(model::packaging::toJson(packaging)) > 0);
    file.close();
    const auto document = edited(m_good, u"/fleets/-"_s, valueOf(R"({"packaging": "mine.json"})"));
    const auto scenario = ScenarioReader::readText(textOf(document), folder.filePath(u"s.json"_s), m_shop);
    QVERIFY2(scenario.has_value(), qPrintable(printed(scenario)));
    QCOMPARE(*scenario->fleet({u"mine"_s}), packaging);
}

void TestScenarioReader::reportsTheMistakesOfAPackagingFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"mine.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") > 0);
    file.close();
    const auto document = edited(m_good, u"/fleets/-"_s, valueOf(R"({"packaging": "mine.json"})"));
    const auto scenario = ScenarioReader::readText(textOf(document), folder.filePath(u"s.json"_s), m_shop);
    QVERIFY(!scenario.has_value());
    QVERIFY2(scenario.error().front().subject.startsWith(file.fileName()), qPrintable(printed(scenario)));
}

void TestScenarioReader::refusesAHugeFileUnread()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"huge.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(100 * 1024 * 1024));
    const auto scenario = ScenarioReader::readFile(file.fileName(), m_shop);
    QVERIFY(!scenario.has_value());
    QCOMPARE(scenario.error().size(), 1u);
    QCOMPARE(scenario.error().front().kind, model::result::Kind::TooLarge);
    QVERIFY(scenario.error().front().subject.startsWith(file.fileName()));
}

QTEST_GUILESS_MAIN(TestScenarioReader)
#include "tst_scenarioreader.moc"
