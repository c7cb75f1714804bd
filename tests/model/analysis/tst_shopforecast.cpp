// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/blastradius.h>
#include <model/analysis/singlepoints.h>
#include <model/operation/everyfault.h>
#include <model/operation/faulttable.h>
#include <model/operation/faulttext.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace model::analysis;
using model::system::System;
using model::system::SystemReader;

namespace {

const System &shop()
{
    static const System system
        = SystemReader::readFile(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json")).value();
    return system;
}

Situation situationOf(const QString &packaging, const QString &policies)
{
    Situation situation;
    situation.system = shop();
    situation.packaging = model::packaging::preset(packaging, shop()).value();
    situation.policies = policies == u"none" ? model::operation::noPolicies()
        : policies == u"all"                 ? model::operation::allPolicies()
                                             : model::operation::usualPolicies();
    return situation;
}

QString journeysIn(const BlastRadius &radius, JourneyState state)
{
    QStringList ids;
    for (const auto &journey : shop().journeys) {
        if (radius.journeys.value(journey.id).state == state)
            ids.append(journey.id.value);
    }
    return ids.size() == qsizetype(shop().journeys.size()) ? u"everything"_s : ids.join(u' ');
}

} // namespace

class TestShopForecast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void customersOf_data();
    void customersOf();
    void tellsWhenAHangHasTakenTheWholeShop();
    void remembersAnswersForASessionOnly();
    void oldSessionsAreReplacedInTime();
    void receiptsWaitForTheirOwnMail_data();
    void receiptsWaitForTheirOwnMail();
    void tellsWhyByTitles_data();
    void tellsWhyByTitles();
    void eachKindOfFaultGivesStatesWithReasons_data();
    void eachKindOfFaultGivesStatesWithReasons();
    void ranksWhatCanBeLostLeast();
    void aSecondInstanceIsNoSinglePoint();
};

void TestShopForecast::customersOf_data()
{
    QTest::addColumn<QString>("packaging");
    QTest::addColumn<QString>("policies");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("down");
    QTest::addColumn<QString>("degraded");
    const auto row = [](const char *packaging, const char *policies, const char *fault, const char *down,
                        const char *degraded = "") {
        QTest::addRow("%s, %s, %s", packaging, policies, fault)
            << QString::fromLatin1(packaging) << QString::fromLatin1(policies) << QString::fromLatin1(fault)
            << QString::fromLatin1(down) << QString::fromLatin1(degraded);
    };
    const auto *const micro = "microservices";
    row(micro, "usual", "crash:storefront", "everything");
    row(micro, "usual", "crash:accounts", "register log-in");
    row(micro, "usual", "crash:catalogue", "browse add-to-cart", "suggestions");
    row(micro, "usual", "crash:search", "", "search");
    row(micro, "usual", "crash:recommendations", "", "suggestions");
    row(micro, "usual", "crash:cart", "view-cart add-to-cart check-out");
    row(micro, "usual", "crash:orders", "check-out order-history");
    row(micro, "usual", "crash:payments", "check-out");
    row(micro, "usual", "crash:inventory", "check-out");
    row(micro, "usual", "crash:shipping", "");
    row(micro, "usual", "crash:notifications", "receipt");
    row("by-team", "usual", "crash:catalogue", "browse add-to-cart", "search suggestions");
    row("by-team", "usual", "crash:payments", "check-out");
    row("by-team", "usual", "crash:cart", "view-cart add-to-cart check-out order-history");
    row("monolith", "usual", "crash:shipping", "everything");
    row("monolith", "usual", "errors:shipping", "");
    row("monolith", "usual", "errors:search", "", "search");
    row("monolith", "usual", "errors:search,status=404", "search");
    row("monolith", "usual", "hang:search", "", "search");
    row("monolith", "none", "hang:search", "search");
    row(micro, "usual", "hang:payments", "check-out");
    // The 64 places of the storefront run out within 30 s; the last who wait for a receipt are only late.
    const auto *const allButReceipt
        = "browse search suggestions register log-in view-cart add-to-cart check-out order-history";
    row(micro, "none", "hang:payments", allButReceipt, "receipt");
    row(micro, "none", "hang:recommendations", allButReceipt, "receipt");
    row(micro, "all", "hang:payments", "check-out");
    row(micro, "usual", "hang:recommendations", "", "suggestions");
    row(micro, "all", "crash:catalogue", "add-to-cart", "browse suggestions");
    row(micro, "usual", "cut-off:orders>payments", "check-out");
    row("monolith", "usual", "cut-off:orders>payments", "");
    row("by-team", "usual", "cut-off:orders>cart", "");
    row(micro, "usual", "store-locked:cart", "add-to-cart");
    row(micro, "usual", "store-full:accounts", "register");
    row(micro, "usual", "store-lost:accounts", "register log-in");
    row("monolith", "usual", "store-locked:payments", "register add-to-cart check-out");
    row(micro, "usual", "store-slow:orders", "check-out");
    row(micro, "none", "store-slow:orders", "");
    row(micro, "usual", "broker-down", "receipt");
    row(micro, "usual", "broker-slow", "");
    row(micro, "usual", "slow:inventory,delay=800", "");
    row(micro, "usual", "slow:inventory,delay=1000", "check-out");
    row(micro, "none", "slow:inventory,delay=1000", "");
    row(micro, "usual", "clock-skew:cart", "view-cart add-to-cart check-out");
    row("monolith", "usual", "clock-skew:cart", "");
    row(micro, "usual", "poison-message:order.placed>notifications", "");
    row(micro, "usual", "traffic-spike,factor=1.5", "");
    row(micro, "usual", "traffic-spike", "browse", "suggestions add-to-cart");
}

void TestShopForecast::customersOf()
{
    QFETCH(QString, packaging);
    QFETCH(QString, policies);
    QFETCH(QString, fault);
    auto situation = situationOf(packaging, policies);
    situation.faults.push_back(model::operation::readFault(fault, shop()).value());
    const auto radius = blastRadius(situation);
    QTEST(journeysIn(radius, JourneyState::Down), "down");
    QTEST(journeysIn(radius, JourneyState::Degraded), "degraded");
}

// As resources/scenarios/hung-payments-unprotected.json measures it: 6.6 check-outs a second for 64 places.
void TestShopForecast::tellsWhenAHangHasTakenTheWholeShop()
{
    auto situation = situationOf(u"microservices"_s, u"none"_s);
    situation.faults = {model::operation::readFault(u"hang:payments"_s).value()};
    situation.load.shoppersPerSecond = 110;
    const auto radius = blastRadius(situation);
    const auto checkOut = radius.journeys.value({u"check-out"_s});
    QCOMPARE(checkOut.state, JourneyState::Down);
    QVERIFY(checkOut.after < std::chrono::seconds(1));
    for (const auto &journey : {u"browse"_s, u"search"_s, u"view-cart"_s, u"log-in"_s}) {
        const auto outlook = radius.journeys.value({journey});
        QCOMPARE(outlook.state, JourneyState::Down);
        QVERIFY2(outlook.after > std::chrono::seconds(9) && outlook.after < std::chrono::seconds(11),
                 qPrintable(outlook.why));
    }
}

// Whoever logs in anew is somebody else to those who remember answers (measured: 3 in 10 are remembered).
void TestShopForecast::remembersAnswersForASessionOnly()
{
    auto situation = situationOf(u"microservices"_s, u"all"_s);
    situation.faults = {model::operation::readFault(u"crash:orders"_s).value()};
    situation.load.shoppersPerSecond = 96;
    situation.moment = std::chrono::seconds(9);
    for (auto &journey : situation.system.journeys)
        journey.weight = 1;
    const model::system::JourneyId history{u"order-history"_s};
    QCOMPARE(blastRadius(situation).journeys.value(history).state, JourneyState::Down);
    for (auto &journey : situation.system.journeys)
        journey.weight = journey.given == model::system::Given::Shopper ? 0 : 1;
    QCOMPARE(blastRadius(situation).journeys.value(history).state, JourneyState::Degraded);
}

// Whose session is refused logs in anew, under the same wrong clock (measured: down for five seconds, gone in
// ten).
void TestShopForecast::oldSessionsAreReplacedInTime()
{
    auto situation = situationOf(u"monolith"_s, u"none"_s);
    situation.faults = {model::operation::readFault(u"clock-skew:cart"_s).value()};
    situation.load.shoppersPerSecond = 96;
    for (auto &journey : situation.system.journeys)
        journey.weight = journey.given == model::system::Given::FilledCart ? 0.6 : 1;
    const auto at = [&situation](int seconds) {
        situation.moment = std::chrono::seconds(seconds);
        return blastRadius(situation).journeys.value({u"view-cart"_s});
    };
    QCOMPARE(at(2).state, JourneyState::Down);
    QCOMPARE(at(7).state, JourneyState::Degraded);
    QCOMPARE(at(20).state, JourneyState::Working);
    QVERIFY(at(20).after > std::chrono::seconds(7));
}

void TestShopForecast::receiptsWaitForTheirOwnMail_data()
{
    QTest::addColumn<QString>("policies");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<JourneyState>("state");
    // Six orders a second make twelve mails, of which the four in hand of two workers take half a second
    // each (measured after 19 s: 60 of 61 degraded).
    QTest::newRow("a slow store") << u"none"_s << u"store-slow:notifications"_s << 19
                                  << JourneyState::Degraded;
    QTest::newRow("a slow store, protected")
        << u"all"_s << u"store-slow:notifications"_s << 19 << JourneyState::Degraded;
    QTest::newRow("at first") << u"all"_s << u"store-slow:notifications"_s << 2 << JourneyState::Working;
    QTest::newRow("another's slow store")
        << u"none"_s << u"store-slow:shipping"_s << 19 << JourneyState::Working;
    // Six in ten ask about an order of which nobody remembers anything (measured: 44 of 125 succeed).
    QTest::newRow("a narrow line") << u"all"_s << u"link-bandwidth:storefront>notifications"_s << 30
                                   << JourneyState::Down;
    QTest::newRow("a dead one") << u"all"_s << u"crash:notifications"_s << 30 << JourneyState::Down;
}

// At the load of a verification.
void TestShopForecast::receiptsWaitForTheirOwnMail()
{
    QFETCH(QString, policies);
    QFETCH(QString, fault);
    QFETCH(int, seconds);
    auto situation = situationOf(u"microservices"_s, policies);
    situation.faults = {model::operation::readFault(fault, shop()).value()};
    situation.load.shoppersPerSecond = 96;
    situation.load.before = std::chrono::seconds(5);
    situation.moment = std::chrono::seconds(seconds);
    for (auto &journey : situation.system.journeys)
        journey.weight = journey.given == model::system::Given::FilledCart ? 0.6 : 1;
    const auto receipt = blastRadius(situation).journeys.value({u"receipt"_s});
    QTEST(receipt.state, "state");
}

void TestShopForecast::tellsWhyByTitles_data()
{
    QTest::addColumn<QString>("packaging");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("journey");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *packaging, const char *fault, const char *journey, const char *why) {
        QTest::addRow("%s, %s", packaging, fault)
            << QString::fromLatin1(packaging) << QString::fromLatin1(fault) << QString::fromLatin1(journey)
            << QString::fromLatin1(why);
    };
    row("microservices", "crash:catalogue", "browse", "Storefront needs Catalogue; Catalogue has crashed");
    row("by-team", "crash:catalogue", "browse", "Catalogue has crashed, and all of Discovery with it");
    row("monolith", "crash:catalogue", "browse", "Catalogue has crashed, and all of Shop with it");
    row("monolith", "crash:catalogue@monolith", "browse", "Catalogue has crashed, and all of Shop with it");
    row("microservices", "cut-off:orders>payments", "check-out", "Orders is cut off from Payments");
    row("monolith", "store-lost:cart", "view-cart",
        "the database of Cart is lost, which is that of all of Shop");
}

void TestShopForecast::tellsWhyByTitles()
{
    QFETCH(const QString, packaging);
    QFETCH(const QString, fault);
    QFETCH(const QString, journey);
    QFETCH(const QString, why);
    auto situation = situationOf(packaging, u"usual"_s);
    situation.faults.push_back(model::operation::readFault(fault, shop()).value());
    const QString told = blastRadius(situation).journeys.value({journey}).why;
    QVERIFY2(told.endsWith(why), qPrintable(told));
}

void TestShopForecast::eachKindOfFaultGivesStatesWithReasons_data()
{
    QTest::addColumn<QString>("packaging");
    QTest::addColumn<QString>("policies");
    for (const auto *packaging : {"monolith", "by-team", "microservices"}) {
        for (const auto *policies : {"none", "usual", "all"})
            QTest::addRow("%s, %s", packaging, policies)
                << QString::fromLatin1(packaging) << QString::fromLatin1(policies);
    }
}

void TestShopForecast::eachKindOfFaultGivesStatesWithReasons()
{
    QFETCH(QString, packaging);
    QFETCH(QString, policies);
    const auto faults = model::operation::everyFault(shop());
    for (const auto &row : model::operation::faultTable()) {
        auto situation = situationOf(packaging, policies);
        situation.faults.push_back(*std::ranges::find(faults, row.kind, &model::operation::Fault::kind));
        const auto radius = blastRadius(situation);
        QCOMPARE(radius.journeys.size(), qsizetype(shop().journeys.size()));
        for (const auto &outlook : radius.journeys) {
            QVERIFY2(!outlook.why.isEmpty(), row.word);
            QVERIFY2(outlook.inFull <= outlook.succeeded && outlook.succeeded <= 1, row.word);
            QVERIFY2(outlook.after <= situation.moment, row.word);
        }
        for (const auto &outlook : radius.endpoints)
            QVERIFY2(!outlook.why.isEmpty(), row.word);
    }
}

void TestShopForecast::ranksWhatCanBeLostLeast()
{
    const auto points = singlePoints(situationOf(u"microservices"_s, u"usual"_s));
    QVERIFY(points.size() > 10);
    QCOMPARE(textOf(points.front().fault), u"crash:storefront"_s);
    QCOMPARE(points.front().down.size(), shop().journeys.size());
    QVERIFY(qFuzzyCompare(points.front().lostShare, 1));
    QVERIFY(
        std::ranges::is_sorted(points, std::greater(), [](const auto &point) { return point.down.size(); }));
    const auto harmless = std::ranges::find_if(
        points, [](const auto &point) { return textOf(point.fault) == u"crash:shipping"; });
    QVERIFY(harmless == points.end());
    QCOMPARE(singlePoints(situationOf(u"monolith"_s, u"usual"_s)).size(),
             std::size_t(3)); // it, its store, the broker
}

void TestShopForecast::aSecondInstanceIsNoSinglePoint()
{
    auto situation = situationOf(u"microservices"_s, u"usual"_s);
    situation.packaging.units.front().instances = 2;
    QCOMPARE(situation.packaging.units.front().id.value, u"storefront"_s);
    for (const auto &point : singlePoints(situation))
        QVERIFY(!textOf(point.fault).startsWith(u"crash:storefront"_s));
}

QTEST_GUILESS_MAIN(TestShopForecast)

#include "tst_shopforecast.moc"
