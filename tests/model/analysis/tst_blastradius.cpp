// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/blastradius.h>
#include <model/operation/everyfault.h>
#include <model/operation/faulttext.h>
#include <model/packaging/presets.h>

#include <QRegularExpression>
#include <QTest>

#include <tests/model/world/world.h>

using namespace Qt::StringLiterals;
using namespace model::analysis;
using model::operation::PolicyBook;
using tests::world::fromLines;

namespace {

struct Scene
{
    QString lines;
    QString packaging = u"microservices"_s;
    QString policies = u"usual"_s;
    QStringList faults;
    double shoppers = 40;
    int seconds = 30;
    QString twice = {}; // a unit with two instances
};

PolicyBook bookOf(const QString &name)
{
    if (name == u"none")
        return model::operation::noPolicies();
    return name == u"all" ? model::operation::allPolicies() : model::operation::usualPolicies();
}

Situation situationOf(const Scene &scene)
{
    Situation situation;
    situation.system = fromLines(scene.lines);
    situation.packaging = model::packaging::preset(scene.packaging, situation.system).value();
    for (auto &unit : situation.packaging.units)
        unit.instances = unit.id.value == scene.twice ? 2 : 1;
    situation.policies = bookOf(scene.policies);
    for (const auto &fault : scene.faults)
        situation.faults.push_back(model::operation::readFault(fault, situation.system).value());
    situation.load.shoppersPerSecond = scene.shoppers;
    situation.moment = std::chrono::seconds(scene.seconds);
    return situation;
}

// "a down, b working": in the order of the lines.
QString statesOf(const Situation &situation)
{
    const auto radius = blastRadius(situation);
    QStringList states;
    for (const auto &journey : situation.system.journeys)
        states.append(journey.id.value + u' ' + word(radius.journeys.value(journey.id).state));
    return states.join(u", "_s);
}

const QString chain = u"front GET /a: shop GET /a\n"
                      "front GET /b: shop GET /b\n"
                      "front GET /c\n"
                      "shop GET /a: bank GET /a\n"
                      "shop GET /b: bank GET /a?\n"
                      "bank GET /a reads\n"_s;
const QString writer = u"front POST /put keyed: shop POST /put\n"
                       "front GET /get: shop GET /get\n"
                       "shop POST /put keyed writes\n"
                       "shop GET /get reads\n"_s;
const QString plainPost = u"front POST /put: shop POST /put\n"
                          "front GET /get: shop GET /get\n"
                          "shop POST /put writes\n"
                          "shop GET /get reads\n"_s;
const QString post = u"front POST /order keyed: shop POST /order\n"
                     "front GET /mail awaits: mail GET /mail\n"
                     "shop POST /order keyed writes\n"
                     "shop publishes placed\n"
                     "mail GET /mail reads\n"
                     "mail listens placed\n"_s;
const QString many = u"front GET /one: shop GET /x\n"
                     "front GET /four: shop GET /x*4\n"
                     "shop GET /x\n"_s;

} // namespace

class TestBlastRadius : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mechanisms_data();
    void mechanisms();
    void nothingInTroubleIsWorking();
    void reasonsNameNobodyByAnId_data();
    void reasonsNameNobodyByAnId();
    void aCascadeIsToldWithItsTimeAndItsCauses();
    void aBrokenPredictorWouldBeSeen();
    void aBreakerOpensWhenBadCallsPrevail();
    void aNarrowLineFillsItsCaller();
    void aFullCallerTakesWhatTheNarrowLineLetsThrough();
    void aLineTooNarrowForOneMessageCarriesNone();
    void connectionsRunOutBeforeManyPlaces();
    void callsRunOutBeforeManyPlaces();
    void whoWaitsIsLateSomeTimeAfterTheTurn();
    void whoeverWasTurnedAwayAndGivesUpTellsOfTheOthers();
    void consumersOnASlowStoreFallBehind();
    void messagesTakeTheirWay();
    void nothingIsRememberedOfWhatWasJustMade();
    void tellsHowLongAnAttemptTakes_data();
    void tellsHowLongAnAttemptTakes();
};

void TestBlastRadius::mechanisms_data()
{
    QTest::addColumn<Scene>("scene");
    QTest::addColumn<QString>("states");
    const auto row = [](const char *name, const Scene &scene, const char *states) {
        QTest::newRow(name) << scene << QString::fromLatin1(states);
    };
    const QString micro = u"microservices"_s;
    const QString mono = u"monolith"_s;

    // Required and optional.
    row("a required call takes its caller down, an optional one degrades it",
        {chain, micro, u"usual"_s, {u"crash:bank"_s}}, "a down, b degraded, c working");
    row("a crash takes the whole unit", {chain, mono, u"usual"_s, {u"crash:bank"_s}},
        "a down, b down, c down");
    row("an error takes only the requests of its module", {chain, mono, u"usual"_s, {u"errors:bank"_s}},
        "a down, b degraded, c working");
    row("who asked wrongly falls back as well", {chain, micro, u"usual"_s, {u"errors:bank,status=404"_s}},
        "a down, b degraded, c working");
    row("a fault for another fleet is none", {chain, micro, u"usual"_s, {u"crash:bank@monolith"_s}},
        "a working, b working, c working");

    // Shares.
    row("few errors are within what works", {chain, micro, u"usual"_s, {u"errors:bank,share=0.05"_s}},
        "a working, b working, c working");
    row("some errors degrade", {chain, micro, u"usual"_s, {u"errors:bank,share=0.3"_s}},
        "a degraded, b degraded, c working");
    row("most errors take down", {chain, micro, u"usual"_s, {u"errors:bank,share=0.6"_s}},
        "a down, b degraded, c working");
    row("one of four at once is worse than one", {many, micro, u"usual"_s, {u"errors:shop,share=0.08"_s}},
        "one working, four degraded");

    // Time.
    row("slower than before, but in time", {chain, micro, u"usual"_s, {u"slow:bank,delay=800"_s}},
        "a working, b working, c working");
    row("slower than the time limit fails; the fallback comes too late for who has waited as long",
        {chain, micro, u"usual"_s, {u"slow:bank,delay=2500"_s}}, "a down, b down, c working");
    row("slower than the time limit, but nobody limits",
        {chain, micro, u"none"_s, {u"slow:bank,delay=2500"_s}}, "a working, b working, c working");
    row("slower than customers wait", {chain, micro, u"none"_s, {u"slow:bank,delay=6000"_s}},
        "a down, b down, c working");
    row("within a unit as well: a deadline is one there too",
        {chain, mono, u"usual"_s, {u"slow:bank,delay=6000"_s}}, "a down, b down, c working");
    row("nobody limits there without a policy, but customers",
        {chain, mono, u"none"_s, {u"slow:bank,delay=6000"_s}}, "a down, b down, c working");
    row("a few slow ones are within what works", {chain, micro, u"usual"_s, {u"slow-tail:bank"_s}},
        "a working, b working, c working");
    row("slow more and less", {chain, micro, u"usual"_s, {u"slow-jittered:bank,delay=1900,jitter=900"_s}},
        "a degraded, b degraded, c working");

    // Processes.
    row("a frozen one is silent", {chain, micro, u"usual"_s, {u"freeze:bank"_s}},
        "a down, b down, c working");
    row("who refuses is not there", {chain, micro, u"usual"_s, {u"refuse:bank"_s}},
        "a down, b degraded, c working");
    row("who never gets ready is not there", {chain, micro, u"usual"_s, {u"bad-configuration:bank"_s}},
        "a down, b degraded, c working");
    row("a crash loop is up for most of the time",
        {chain, micro, u"usual"_s, {u"crash-loop:bank,after=1000"_s}}, "a degraded, b degraded, c working");
    row("a quick crash loop is down for most of the time",
        {chain, micro, u"usual"_s, {u"crash-loop:bank,after=100"_s}}, "a down, b degraded, c working");
    row("a monolith in a crash loop boots all its modules each time",
        {chain, mono, u"usual"_s, {u"crash-loop:bank,after=500"_s}}, "a down, b down, c down");
    row("a leak ends in a short boot", {chain, micro, u"usual"_s, {u"memory-leak:bank"_s}},
        "a working, b working, c working");
    row("a small memory is leaked away often",
        {chain, micro, u"usual"_s, {u"memory-leak:bank,leak=64,limit=32"_s}},
        "a degraded, b degraded, c working");
    row("a burning processor is slower, not gone", {chain, micro, u"usual"_s, {u"cpu-burn:bank"_s}},
        "a working, b working, c working");

    // Repeats.
    row("broken answers are repeated where that is safe",
        {writer, micro, u"usual"_s, {u"reset:shop,share=0.4"_s}}, "put working, get working");
    row("and not where it may do harm", {plainPost, micro, u"usual"_s, {u"reset:shop,share=0.4"_s}},
        "put degraded, get working");
    row("nor without a policy", {writer, micro, u"none"_s, {u"reset:shop,share=0.4"_s}},
        "put degraded, get degraded");
    row("errors are answers, which are not repeated",
        {writer, micro, u"usual"_s, {u"errors:shop,share=0.4"_s}}, "put degraded, get degraded");

    // Lines.
    row("a cut line is silent, though both ends are well",
        {chain, micro, u"usual"_s, {u"cut-off:shop>bank"_s}}, "a down, b down, c working");
    row("within a unit there is no line", {chain, mono, u"usual"_s, {u"cut-off:shop>bank"_s}},
        "a working, b working, c working");
    row("a cut is of that line only", {chain, micro, u"usual"_s, {u"cut-requests:front>shop"_s}},
        "a down, b down, c working");
    row("lost answers are as bad as lost requests", {chain, micro, u"usual"_s, {u"cut-replies:shop>bank"_s}},
        "a down, b down, c working");
    row("a slow line", {chain, micro, u"usual"_s, {u"link-slow:shop>bank,delay=2100"_s}},
        "a down, b down, c working");
    row("what is lost is sent again", {chain, micro, u"usual"_s, {u"link-loss:shop>bank"_s}},
        "a working, b working, c working");
    row("what is lost again and again comes too late",
        {chain, micro, u"usual"_s, {u"link-loss:shop>bank,share=0.7"_s}},
        "a degraded, b degraded, c working");
    row("a narrow line carries what is little",
        {chain, micro, u"usual"_s, {u"link-bandwidth:shop>bank,bandwidth=100"_s}},
        "a working, b working, c working");
    row("too narrow a line", {chain, micro, u"usual"_s, {u"link-bandwidth:shop>bank,bandwidth=2"_s}},
        "a down, b down, c working");

    // Stores.
    row("a lock stops changes only", {writer, micro, u"usual"_s, {u"store-locked:shop"_s}},
        "put down, get working");
    row("so does a full disk", {writer, micro, u"usual"_s, {u"store-full:shop"_s}}, "put down, get working");
    row("a lost database stops all", {writer, micro, u"usual"_s, {u"store-lost:shop"_s}},
        "put down, get down");
    row("so does a damaged one", {writer, micro, u"usual"_s, {u"store-corrupt:shop"_s}},
        "put down, get down");
    row("a slow one takes its time", {writer, micro, u"usual"_s, {u"store-slow:shop"_s}},
        "put working, get working");
    row("too slow a one", {writer, micro, u"usual"_s, {u"store-slow:shop,delay=2500"_s}},
        "put down, get down");
    row("the modules of a unit share its database",
        {chain + writer, mono, u"usual"_s, {u"store-locked:bank"_s}},
        "a working, b working, c working, put down, get working");

    // Messages.
    row("what waits in a broken broker is late", {post, micro, u"usual"_s, {u"broker-down"_s}, 40, 10},
        "order working, mail degraded");
    row("and lost in the end", {post, micro, u"usual"_s, {u"broker-down"_s}, 40, 20},
        "order working, mail down");
    row("a slow broker", {post, micro, u"usual"_s, {u"broker-slow"_s}}, "order working, mail working");
    row("a very slow broker", {post, micro, u"usual"_s, {u"broker-slow,delay=3000"_s}},
        "order working, mail degraded");
    row("whoever asks a dead one asks again for a while",
        {post, micro, u"usual"_s, {u"crash:mail"_s}, 40, 10}, "order working, mail degraded");
    row("who cannot write cannot handle messages", {post, micro, u"usual"_s, {u"store-locked:mail"_s}},
        "order working, mail down");
    row("what nobody can handle is set aside", {post, micro, u"usual"_s, {u"poison-message:placed>mail"_s}},
        "order working, mail working");
    row("a consumer that comes and goes handles them in between",
        {post, micro, u"usual"_s, {u"crash-loop:mail"_s}}, "order working, mail working");

    // Places.
    row("a hang without a time limit runs who waits full",
        {chain, micro, u"none"_s, {u"hang:bank"_s}, 100, 30}, "a down, b down, c down");
    row("but not at once", {chain, micro, u"none"_s, {u"hang:bank"_s}, 100, 3}, "a down, b down, c working");
    row("nor with a time limit", {chain, micro, u"usual"_s, {u"hang:bank"_s}, 100, 30},
        "a down, b down, c working");
    row("a monolith has the places of all its modules", {chain, mono, u"none"_s, {u"hang:bank"_s}, 100, 3},
        "a down, b down, c working");
    row("and loses them all the same", {chain, mono, u"none"_s, {u"hang:bank"_s}, 100, 30},
        "a down, b down, c down");
    row("but not with a time limit", {chain, mono, u"usual"_s, {u"hang:bank"_s}, 100, 30},
        "a down, b down, c working");
    row("more than the workers can do", {chain, micro, u"usual"_s, {u"traffic-spike,factor=50"_s}, 500, 30},
        "a down, b down, c down");

    // Several instances.
    row("one of two is enough", {chain, micro, u"usual"_s, {u"crash:bank#1"_s}, 40, 30, u"bank"_s},
        "a working, b working, c working");
    row("both are not", {chain, micro, u"usual"_s, {u"crash:bank"_s}, 40, 30, u"bank"_s},
        "a down, b degraded, c working");
    row("a frozen one is noticed", {chain, micro, u"usual"_s, {u"freeze:bank#1"_s}, 40, 30, u"bank"_s},
        "a working, b working, c working");
    row("one that hangs gets little", {chain, micro, u"usual"_s, {u"hang:bank#1"_s}, 40, 30, u"bank"_s},
        "a working, b working, c working");
    row("one that fails often gets its share",
        {chain, micro, u"usual"_s, {u"errors:bank#1,share=0.7"_s}, 40, 30, u"bank"_s},
        "a degraded, b degraded, c working");
    row("one that always fails is ejected", {chain, micro, u"all"_s, {u"errors:bank#1"_s}, 40, 30, u"bank"_s},
        "a working, b working, c working");
    row("they share one database", {chain, micro, u"usual"_s, {u"store-lost:bank"_s}, 40, 30, u"bank"_s},
        "a down, b degraded, c working");

    // Breakers, bulkheads, memories.
    row("an earlier answer stands in", {chain, micro, u"all"_s, {u"crash:bank"_s}},
        "a degraded, b degraded, c working");
    row("until it is too old", {chain, micro, u"all"_s, {u"crash:bank"_s}, 40, 70},
        "a down, b degraded, c working");
    row("but never for what is changed", {writer, micro, u"all"_s, {u"crash:shop"_s}},
        "put down, get degraded");
    row("a breaker takes slow for bad", {chain, micro, u"all"_s, {u"slow:bank,delay=1200"_s}},
        "a degraded, b degraded, c working");
    row("a bulkhead is full when too many wait",
        {chain, micro, u"all"_s, {u"slow:bank,delay=900"_s}, 400, 30}, "a degraded, b degraded, c working");
}

void TestBlastRadius::mechanisms()
{
    QFETCH(Scene, scene);
    QFETCH(QString, states);
    const auto situation = situationOf(scene);
    const QString found = statesOf(situation);
    if (found != states) {
        const auto radius = blastRadius(situation);
        for (const auto &journey : situation.system.journeys)
            qInfo("%s: %s", qPrintable(journey.id.value), qPrintable(radius.journeys.value(journey.id).why));
    }
    QCOMPARE(found, states);
}

void TestBlastRadius::nothingInTroubleIsWorking()
{
    for (const auto &lines : {chain, writer, post, many}) {
        for (const auto &policies : {u"none"_s, u"usual"_s, u"all"_s}) {
            const auto radius = blastRadius(situationOf({lines, u"microservices"_s, policies, {}}));
            for (const auto &outlook : radius.journeys) {
                QCOMPARE(outlook.state, JourneyState::Working);
                QVERIFY(qFuzzyCompare(outlook.inFull, 1));
                QCOMPARE(outlook.why, QString());
            }
        }
    }
}

void TestBlastRadius::reasonsNameNobodyByAnId_data()
{
    QTest::addColumn<QString>("packaging");
    QTest::addColumn<QString>("policies");
    for (const auto *packaging : {"monolith", "microservices"}) {
        for (const auto *policies : {"none", "all"})
            QTest::addRow("%s, %s", packaging, policies)
                << QString::fromLatin1(packaging) << QString::fromLatin1(policies);
    }
}

// Whatever is broken: people know the title.
void TestBlastRadius::reasonsNameNobodyByAnId()
{
    QFETCH(const QString, packaging);
    QFETCH(const QString, policies);
    static const QRegularExpression anId(u"\\b(front|shop|bank|mail|world)\\b"_s);
    int told = 0;
    for (const auto &lines : {chain, post}) {
        auto situation = situationOf({lines, packaging, policies, {}, 100});
        for (auto &capability : situation.system.capabilities)
            capability.title = capability.title.toUpper();
        situation.packaging = model::packaging::preset(packaging, situation.system).value();
        for (const auto &fault : model::operation::everyFault(situation.system)) {
            situation.faults = {fault};
            const auto radius = blastRadius(situation);
            for (const auto &outlook : radius.journeys) {
                QVERIFY2(!anId.match(outlook.why).hasMatch(), qPrintable(outlook.why));
                told += outlook.why.isEmpty() ? 0 : 1;
            }
        }
    }
    QVERIFY2(told > 20, qPrintable(QString::number(told)));
}

void TestBlastRadius::aCascadeIsToldWithItsTimeAndItsCauses()
{
    const auto situation = situationOf({chain, u"microservices"_s, u"none"_s, {u"hang:bank"_s}, 100, 30});
    const auto radius = blastRadius(situation);
    const auto unrelated = radius.journeys.value({u"c"_s});
    QCOMPARE(unrelated.state, JourneyState::Down);
    // Two of three journeys at 33 a second each hold a place for ever: 256 are gone in 3.8 s.
    QVERIFY2(unrelated.after > std::chrono::seconds(3) && unrelated.after < std::chrono::seconds(5),
             qPrintable(QString::number(unrelated.after.count())));
    QVERIFY2(unrelated.why.contains(u"hold all 256 places of front after 3.8"_s)
                 && unrelated.why.endsWith(u"bank hangs"_s),
             qPrintable(unrelated.why));
    QCOMPARE(radius.journeys.value({u"a"_s}).after.count(), 0);
    QCOMPARE(radius.endpoints.value({{u"bank"_s}, u"GET /a"_s}).state, JourneyState::Down);
}

// Each mechanism decides at least one state: without a fault's reach, its setting or a policy, something
// differs. (What a verification counts on to notice a wrong prediction.)
void TestBlastRadius::aBrokenPredictorWouldBeSeen()
{
    const auto right = situationOf({chain, u"microservices"_s, u"usual"_s, {u"crash:bank"_s}});
    auto wrong = right;
    for (auto &capability : wrong.system.capabilities) {
        for (auto &endpoint : capability.endpoints) {
            for (auto &call : endpoint.calls)
                call.necessity = model::system::Necessity::Optional;
        }
    }
    QVERIFY(statesOf(right) != statesOf(wrong));
    wrong = right;
    wrong.packaging = model::packaging::monolith(wrong.system);
    QVERIFY(statesOf(right) != statesOf(wrong));
}

// Calls that take 1.2 s are slow once they have ended; then eight in ten of the window's ten seconds have to
// be.
void TestBlastRadius::aBreakerOpensWhenBadCallsPrevail()
{
    const auto situation
        = situationOf({chain, u"microservices"_s, u"all"_s, {u"slow:bank,delay=1200"_s}, 10});
    const auto after = blastRadius(situation).journeys.value({u"a"_s}).after;
    QVERIFY2(after > std::chrono::milliseconds(8000) && after < std::chrono::milliseconds(8500),
             qPrintable(QString::number(after.count())));
    // Failures at once count at once, and half of them are enough.
    const auto crash = situationOf({chain, u"microservices"_s, u"all"_s, {u"errors:shop"_s}, 40, 70});
    const auto radius = blastRadius(crash);
    QVERIFY(radius.journeys.value({u"a"_s}).why.contains(u"breaker to shop is open"_s));
    auto early = crash;
    early.moment = std::chrono::seconds(4);
    QVERIFY(!blastRadius(early).journeys.value({u"a"_s}).why.contains(u"breaker"_s));
}

// 27 requests a second, of which a line of 400 bytes a second carries one: the others wait in front of it.
void TestBlastRadius::aNarrowLineFillsItsCaller()
{
    const Scene scene{chain, u"microservices"_s, u"none"_s, {u"link-bandwidth:shop>bank,bandwidth=0.4"_s}, 40,
                      40};
    const auto radius = blastRadius(situationOf(scene));
    const auto own = radius.journeys.value({u"a"_s});
    QCOMPARE(own.state, JourneyState::Down);
    QVERIFY(own.after < std::chrono::seconds(6)); // customers' patience
    const auto unrelated = radius.journeys.value({u"c"_s});
    QCOMPARE(unrelated.state, JourneyState::Down);
    QVERIFY2(unrelated.why.contains(u"hold all 256 places of front after 9.8"_s), qPrintable(unrelated.why));
    QVERIFY2(unrelated.after > std::chrono::seconds(9) && unrelated.after < std::chrono::seconds(11),
             qPrintable(QString::number(unrelated.after.count())));
}

// The places that a line gives back are taken by others, who find one as often as the line lets one through.
void TestBlastRadius::aFullCallerTakesWhatTheNarrowLineLetsThrough()
{
    const auto unrelated = [](double kilobytesPerSecond) {
        const auto fault = u"link-bandwidth:shop>bank,bandwidth=%1"_s.arg(kilobytesPerSecond);
        const Scene scene{chain, u"microservices"_s, u"none"_s, {fault}, 40, 60};
        return blastRadius(situationOf(scene)).journeys.value({u"c"_s});
    };
    QVERIFY2(unrelated(10).succeeded > 0.5 && unrelated(10).succeeded < 0.95,
             qPrintable(QString::number(unrelated(10).succeeded)));
    QVERIFY(unrelated(5).succeeded < unrelated(10).succeeded);
    QVERIFY(unrelated(5).succeeded > unrelated(0.4).succeeded);
}

// 500 bytes at 100 a second take five seconds: no question gets through in the two that anybody waits, and
// nothing new is remembered.
void TestBlastRadius::aLineTooNarrowForOneMessageCarriesNone()
{
    auto situation = situationOf(
        {chain, u"microservices"_s, u"all"_s, {u"link-bandwidth:shop>bank,bandwidth=0.1"_s}, 40, 20});
    for (auto &journey : situation.system.journeys)
        journey.steps.front().query.insert(u"q"_s, u"{word}"_s);
    situation.load.before = std::chrono::milliseconds(100); // hardly anything was asked before
    QCOMPARE(blastRadius(situation).journeys.value({u"a"_s}).state, JourneyState::Down);
    situation.load.before = std::chrono::seconds(10);
    QCOMPARE(blastRadius(situation).journeys.value({u"a"_s}).state, JourneyState::Degraded);
}

// Requests of two capabilities in one unit, which has places for all of them: its connections run out first.
void TestBlastRadius::connectionsRunOutBeforeManyPlaces()
{
    auto situation = situationOf({chain, u"monolith"_s, u"none"_s, {u"hang:bank"_s}, 120, 30});
    for (auto &capability : situation.system.capabilities)
        capability.inFlightLimit = 4000;
    const auto unrelated = blastRadius(situation).journeys.value({u"c"_s});
    QCOMPARE(unrelated.state, JourneyState::Down);
    QVERIFY2(unrelated.why.contains(u"hold all 1024 connections of World after 12.8"_s),
             qPrintable(unrelated.why));
}

// Who calls another unit has 512 connections: when requests that never end have them all, its own places
// last, and what asks nobody goes on.
void TestBlastRadius::callsRunOutBeforeManyPlaces()
{
    auto situation = situationOf({chain + u"front GET /d: clock GET /d\nclock GET /d\n"_s,
                                  u"microservices"_s,
                                  u"none"_s,
                                  {u"hang:bank"_s},
                                  120,
                                  30});
    for (auto &capability : situation.system.capabilities)
        capability.inFlightLimit = 800;
    QCOMPARE(statesOf(situation), u"a down, b down, c working, d down"_s);
    for (auto &capability : situation.system.capabilities)
        capability.inFlightLimit = 300; // its own places run out first
    QCOMPARE(statesOf(situation), u"a down, b down, c down, d down"_s);
}

const QString postAndHang = post + u"front GET /stuck: bank GET /stuck\nbank GET /stuck\n"_s;

// Ten requests a second hang: the 256 places of the front last for 25.6 s. Whoever begins to wait
// then is late after two seconds and has lost it after fifteen.
void TestBlastRadius::whoWaitsIsLateSomeTimeAfterTheTurn()
{
    const auto at = [](int seconds) {
        const Scene scene{postAndHang, u"microservices"_s, u"none"_s, {u"hang:bank"_s}, 30, seconds};
        return blastRadius(situationOf(scene)).journeys;
    };
    QCOMPARE(at(24).value({u"order"_s}).state, JourneyState::Working);
    QCOMPARE(at(27).value({u"order"_s}).state, JourneyState::Down);
    QCOMPARE(at(27).value({u"mail"_s}).state, JourneyState::Working);
    QCOMPARE(at(30).value({u"mail"_s}).state, JourneyState::Degraded);
    QCOMPARE(at(39).value({u"mail"_s}).state, JourneyState::Degraded);
    const auto late = at(45).value({u"mail"_s});
    QCOMPARE(late.state, JourneyState::Down);
    QVERIFY2(late.after > std::chrono::seconds(40) && late.after < std::chrono::seconds(44),
             qPrintable(QString::number(late.after.count())));
}

// Of those who ask, most are turned away and ask again, and some are let in, hang and give up: the first of
// them who were late already do so before any have lost it, and tell what becomes of the others.
void TestBlastRadius::whoeverWasTurnedAwayAndGivesUpTellsOfTheOthers()
{
    const auto at = [](int seconds) {
        auto situation = situationOf({post, u"microservices"_s, u"all"_s, {u"hang:front"_s}, 100, seconds});
        situation.system.capabilities.front().inFlightLimit = 64;
        return blastRadius(situation).journeys.value({u"mail"_s});
    };
    QCOMPARE(at(4).state, JourneyState::Degraded);
    QCOMPARE(at(10).state, JourneyState::Down);
    QVERIFY2(at(20).after > std::chrono::milliseconds(7000) && at(20).after < std::chrono::milliseconds(9000),
             qPrintable(QString::number(at(20).after.count())));
}

// Two workers take four messages at a time, each of which waits half a second for the store: 8 of the 12 that
// come in a second. Whoever gets his after t seconds has waited a third of them.
void TestBlastRadius::consumersOnASlowStoreFallBehind()
{
    const auto mailIn = [](const Scene &scene) {
        auto situation = situationOf(scene);
        for (auto &capability : situation.system.capabilities)
            capability.workers = 2;
        return blastRadius(situation).journeys.value({u"mail"_s});
    };
    const Scene slow{post, u"microservices"_s, u"none"_s, {u"store-slow:mail"_s}, 24, 30};
    const auto mail = mailIn(slow);
    QVERIFY2(mail.why.contains(u"mail handles 8 of the 12 messages which come in a second"_s),
             qPrintable(mail.why));
    QCOMPARE(mail.state, JourneyState::Degraded);
    // Whoever asks after some four seconds is the first who waits for more than two.
    QVERIFY2(mail.after > std::chrono::milliseconds(5000) && mail.after < std::chrono::milliseconds(8000),
             qPrintable(QString::number(mail.after.count())));
    auto later = slow;
    later.seconds = 70; // the mail of fifteen seconds and more ago is lost
    QCOMPARE(mailIn(later).state, JourneyState::Down);
    auto fewer = slow;
    fewer.shoppers = 14;
    QCOMPARE(mailIn(fewer).state, JourneyState::Working);
    auto twice = slow;
    twice.twice = u"mail"_s; // consumers share the messages
    QCOMPARE(mailIn(twice).state, JourneyState::Working);
    auto elsewhere = slow;
    elsewhere.faults = {u"store-slow:shop"_s};
    QCOMPARE(mailIn(elsewhere).state, JourneyState::Working);
}

// What is passed on is late by whoever is slow on its way; the relay of the outbox reads and removes.
void TestBlastRadius::messagesTakeTheirWay()
{
    const QString relayed = post
        + u"mail listens packed\nparcels listens placed\nparcels publishes packed\n"
          "parcels GET /parcel reads\n"_s;
    const QString onlyRelayed = QString(relayed).remove(u"mail listens placed\n"_s);
    const auto statesWith = [](const QString &lines, const QString &fault) {
        return statesOf(situationOf({lines, u"microservices"_s, u"none"_s, {fault}, 20, 12}));
    };
    QCOMPARE(statesWith(relayed, u"store-slow:parcels,delay=900"_s), u"order working, mail working"_s);
    QCOMPARE(statesWith(onlyRelayed, u"store-slow:parcels,delay=900"_s), u"order working, mail degraded"_s);
    QCOMPARE(statesWith(onlyRelayed, u"store-slow:parcels,delay=200"_s), u"order working, mail working"_s);
    QCOMPARE(statesWith(relayed, u"crash:parcels"_s), u"order working, mail working"_s);
    QCOMPARE(statesWith(onlyRelayed, u"crash:parcels"_s), u"order working, mail degraded"_s);
    QCOMPARE(statesWith(relayed, u"store-slow:shop,delay=1100"_s), u"order working, mail degraded"_s);
}

// An earlier answer to another question is none, and that there is nothing yet is not what somebody waits
// for.
void TestBlastRadius::nothingIsRememberedOfWhatWasJustMade()
{
    auto situation = situationOf({post, u"microservices"_s, u"all"_s, {u"crash:mail"_s}, 40, 20});
    auto &mail = situation.system.journeys.back();
    QCOMPARE(mail.id.value, u"mail"_s);
    mail.steps.front().query.insert(u"about"_s, u"{made}"_s);
    auto making = situation.system.journeys.front().steps.front();
    making.captures.insert(u"made"_s, u"/id"_s);
    mail.steps.insert(mail.steps.begin(), making);
    QCOMPARE(blastRadius(situation).journeys.value(mail.id).state, JourneyState::Down);
    // The same question of everybody has been answered.
    auto looking = situation;
    auto &look = looking.system.journeys.back();
    look.steps.erase(look.steps.begin());
    look.steps.front().query.clear();
    look.steps.front().until.reset();
    QCOMPARE(blastRadius(looking).journeys.value(look.id).state, JourneyState::Degraded);
    // Each journey by itself, though they call the same.
    auto both = situation;
    both.system.journeys.push_back(looking.system.journeys.back());
    both.system.journeys.back().id = {u"look"_s};
    QCOMPARE(statesOf(both), u"order working, mail down, look degraded"_s);
}

void TestBlastRadius::tellsHowLongAnAttemptTakes_data()
{
    QTest::addColumn<QString>("packaging");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<double>("slowerMs"); // of journey a, which needs all
    QTest::addRow("a slow module") << u"microservices"_s << u"slow:bank,delay=200"_s << 200.0;
    QTest::addRow("one in a unit of all") << u"monolith"_s << u"slow:bank,delay=200"_s << 200.0;
    QTest::addRow("a slow store") << u"microservices"_s << u"store-slow:bank,delay=150"_s << 150.0;
    QTest::addRow("a slow line") << u"microservices"_s << u"link-slow:shop>bank,delay=300"_s << 300.0;
    QTest::addRow("where there is no line") << u"monolith"_s << u"link-slow:shop>bank,delay=300"_s << 0.0;
    QTest::addRow("a tail, in the mean")
        << u"microservices"_s << u"slow-tail:bank,delay=300,share=0.1"_s << 30.0;
    QTest::addRow("somebody else") << u"microservices"_s << u"slow:mail,delay=200"_s << 0.0;
}

void TestBlastRadius::tellsHowLongAnAttemptTakes()
{
    QFETCH(QString, packaging);
    QFETCH(QString, fault);
    QFETCH(double, slowerMs);
    const QString lines = chain + u"mail GET /mail reads\n"_s;
    const auto before = blastRadius(situationOf({lines, packaging, u"usual"_s, {}}));
    const auto then = blastRadius(situationOf({lines, packaging, u"usual"_s, {fault}}));
    const auto takes = [](const BlastRadius &radius, const QString &journey) {
        const auto known = radius.journeys.value({journey}).takes;
        return known.has_value() ? 1000 * known->count() : -1;
    };
    const double slower = takes(then, u"a"_s) - takes(before, u"a"_s);
    QVERIFY2(std::abs(slower - slowerMs) < 0.1 * slowerMs + 1, qPrintable(QString::number(slower)));
    QVERIFY(std::abs(takes(then, u"c"_s) - takes(before, u"c"_s)) < 1); // needs nobody
    QVERIFY(takes(before, u"c"_s) > 0);
    QCOMPARE(then.journeys.value({u"a"_s}).isSlowed, slowerMs > 0);
    QVERIFY(!before.journeys.value({u"a"_s}).isSlowed);
    const auto hung = blastRadius(situationOf({lines, packaging, u"usual"_s, {u"hang:bank"_s}}));
    QVERIFY(!hung.journeys.value({u"a"_s}).takes.has_value()); // it fails
}

QTEST_GUILESS_MAIN(TestBlastRadius)

#include "tst_blastradius.moc"
