// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/packaging/boundary.h>
#include <model/packaging/presets.h>
#include <model/packaging/randompackaging.h>
#include <model/system/systemreader.h>

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace model::packaging;
using model::system::System;
using model::system::SystemReader;

// Presets and random packagings of the shop, and what crosses between their units.
class TestPresets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMonolithIsOneUnit();
    void microservicesAreOneUnitEach();
    void byTeamGroupsByTeam();
    void presetsGoByTheirNames();
    void nothingCrossesWithinAMonolith();
    void everythingCrossesBetweenMicroservices();
    void someThingsCrossBetweenTeams();
    void crossesAsksTheUnits();
    void aSeedMakesThePackaging();
    void seedsCoverEachNumberOfUnits();

private:
    const System m_shop
        = SystemReader::readFile(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json")).value();
};

void TestPresets::aMonolithIsOneUnit()
{
    const Packaging packaging = monolith(m_shop);
    QCOMPARE(packaging.id.value, u"monolith"_s);
    QCOMPARE(packaging.units.size(), 1U);
    QCOMPARE(packaging.units[0].id.value, u"shop"_s);
    QCOMPARE(packaging.units[0].title, u"Shop"_s);
    QCOMPARE(packaging.units[0].capabilities.size(), 11U);
    QCOMPARE(packaging.units[0].instances, 1);
}

void TestPresets::microservicesAreOneUnitEach()
{
    const Packaging packaging = microservices(m_shop);
    QCOMPARE(packaging.id.value, u"microservices"_s);
    QCOMPARE(packaging.units.size(), 11U);
    for (const Unit &unit : packaging.units) {
        QCOMPARE(unit.capabilities.size(), 1U);
        QCOMPARE(unit.capabilities[0].value, unit.id.value);
        QCOMPARE(unit.title, m_shop.capability(unit.capabilities[0])->title);
    }
}

void TestPresets::byTeamGroupsByTeam()
{
    System system = m_shop;
    system.teams.push_back({{u"idle"_s}, u"Idle"_s});
    const Packaging packaging = byTeam(system);
    QCOMPARE(packaging.id.value, u"by-team"_s);
    QCOMPARE(packaging.units.size(), 7U); // a team without capabilities has no unit
    const Unit *discovery = packaging.unit({u"discovery"_s});
    QVERIFY(discovery != nullptr);
    QCOMPARE(discovery->title, u"Discovery"_s);
    QCOMPARE(
        discovery->capabilities,
        (std::vector<model::system::CapabilityId>{{u"catalogue"_s}, {u"search"_s}, {u"recommendations"_s}}));
}

void TestPresets::presetsGoByTheirNames()
{
    for (const QString &id : presetIds()) {
        const auto packaging = preset(id, m_shop);
        QVERIFY(packaging.has_value());
        QCOMPARE(packaging->id.value, id);
        QVERIFY(!packaging->title.isEmpty());
    }
    QVERIFY(!preset(u"nanoservices"_s, m_shop));
}

void TestPresets::nothingCrossesWithinAMonolith()
{
    QVERIFY(crossingCalls(m_shop, monolith(m_shop)).empty());
    QVERIFY(crossingEvents(m_shop, monolith(m_shop)).empty());
}

void TestPresets::everythingCrossesBetweenMicroservices()
{
    std::size_t calls = 0;
    for (const auto &capability : m_shop.capabilities) {
        for (const auto &endpoint : capability.endpoints)
            calls += endpoint.calls.size();
    }
    QVERIFY(calls > 20);
    QCOMPARE(crossingCalls(m_shop, microservices(m_shop)).size(), calls);
    QCOMPARE(crossingEvents(m_shop, microservices(m_shop)).size(), 6U); // each consumption has one publisher
}

void TestPresets::someThingsCrossBetweenTeams()
{
    const Packaging packaging = byTeam(m_shop);
    const auto calls = crossingCalls(m_shop, packaging);
    const auto isFrom = [](QString capability) {
        return [capability](const CrossingCall &each) { return each.from.capability.value == capability; };
    };
    QVERIFY(std::ranges::none_of(calls, isFrom(u"recommendations"_s))); // catalogue is of the same team
    QCOMPARE(std::ranges::count_if(calls, isFrom(u"orders"_s)), 5); // all but the cart
    const auto events = crossingEvents(m_shop, packaging);
    const CrossingEvent placed{{u"orders"_s}, {u"shipping"_s}, {u"order.placed"_s}};
    const CrossingEvent changed{{u"catalogue"_s}, {u"search"_s}, {u"product.changed"_s}};
    QCOMPARE(std::ranges::count(events, placed), 1);
    QCOMPARE(std::ranges::count(events, changed), 0);
}

void TestPresets::crossesAsksTheUnits()
{
    const Packaging packaging = byTeam(m_shop);
    QVERIFY(!packaging.crosses({u"cart"_s}, {u"orders"_s}));
    QVERIFY(packaging.crosses({u"cart"_s}, {u"catalogue"_s}));
    QVERIFY(!packaging.crosses({u"cart"_s}, {u"cart"_s}));
    QCOMPARE(packaging.unitOf({u"cart"_s})->id.value, u"checkout"_s);
    QVERIFY(packaging.unitOf({u"elsewhere"_s}) == nullptr);
    QVERIFY(packaging.unit({u"elsewhere"_s}) == nullptr);
}

void TestPresets::aSeedMakesThePackaging()
{
    QCOMPARE(randomPackaging(m_shop, 7), randomPackaging(m_shop, 7));
    QCOMPARE(randomPackaging(m_shop, 7).id.value, u"random-7"_s);
    // The same on each machine and for ever: recorded runs name their packaging by its seed.
    QStringList units;
    for (const Unit &unit : randomPackaging(m_shop, 42).units)
        units.append(u"%1:%2"_s.arg(unit.id.value).arg(unit.capabilities.size()));
    QCOMPARE(units.join(u' '), u"storefront:1 accounts:2 catalogue:4 recommendations:1 payments:3"_s);
}

void TestPresets::seedsCoverEachNumberOfUnits()
{
    QSet<std::size_t> sizes;
    for (std::uint32_t seed = 0; seed < 300; ++seed)
        sizes.insert(randomPackaging(m_shop, seed).units.size());
    for (std::size_t size = 1; size <= 9; ++size)
        QVERIFY2(sizes.contains(size), qPrintable(QString::number(size)));
}

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
