// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/packaging/presets.h>
#include <model/packaging/randompackaging.h>
#include <model/packaging/regroup.h>
#include <model/system/systemreader.h>

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace model::packaging;
using model::result::Kind;
using model::result::Result;
using model::system::CapabilityId;
using model::system::System;
using model::system::SystemReader;
using model::system::UnitId;

// Whatever is regrouped stays a complete partition, or an error says why it cannot be.
class TestRegroup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void mergesTwoUnits();
    void splitsACapabilityOff();
    void splitAndMergeUndoEachOther();
    void movesACapability();
    void theLastCapabilityTakesItsUnitWithIt();
    void scalesAUnit();
    void refusesWhatBreaksAPackaging_data();
    void refusesWhatBreaksAPackaging();
    void refusesAPackagingOfAnotherSystem();
    void isAPartitionWhateverIsDone_data();
    void isAPartitionWhateverIsDone();

private:
    Result<Packaging> randomStep(const Packaging &packaging, std::mt19937 &random) const;
    QString fault(const Packaging &packaging) const;

    const System m_shop
        = SystemReader::readFile(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json")).value();
    const Regrouping m_regrouping{m_shop};
};

// Checked here from scratch, not with the code under test. Empty: a partition.
QString TestRegroup::fault(const Packaging &packaging) const
{
    QStringList placed;
    QStringList units;
    for (const Unit &unit : packaging.units) {
        if (unit.capabilities.empty() || unit.instances < 1 || unit.instances > maximumInstances)
            return u"bad unit "_s + unit.id.value;
        units.append(unit.id.value);
        qsizetype last = -1;
        for (const CapabilityId &id : unit.capabilities) {
            const auto at = std::ranges::find(m_shop.capabilities, id, &model::system::Capability::id);
            const auto position = at - m_shop.capabilities.begin();
            if (at == m_shop.capabilities.end() || position <= last)
                return u"out of order: "_s + id.value;
            last = position;
            placed.append(id.value);
        }
    }
    if (units.removeDuplicates() > 0 || placed.removeDuplicates() > 0)
        return u"repeated"_s;
    return placed.size() == 11 ? QString() : u"incomplete"_s;
}

void TestRegroup::mergesTwoUnits()
{
    const auto merged = m_regrouping.merge(microservices(m_shop), {u"orders"_s}, {u"cart"_s});
    QVERIFY(merged.has_value());
    QCOMPARE(merged->units.size(), 10U);
    QVERIFY(merged->unit({u"cart"_s}) == nullptr);
    const Unit *orders = merged->unit({u"orders"_s});
    QCOMPARE(orders->title, u"Orders"_s);
    QCOMPARE(orders->capabilities,
             (std::vector<CapabilityId>{{u"cart"_s}, {u"orders"_s}})); // the system's order
    QCOMPARE(fault(*merged), QString());
}

void TestRegroup::splitsACapabilityOff()
{
    const auto split = m_regrouping.split(
        monolith(m_shop), {{u"shop"_s}, {{u"search"_s}, {u"catalogue"_s}}, {u"finding"_s}, u"Finding"_s});
    QVERIFY(split.has_value());
    QCOMPARE(split->units.size(), 2U);
    QCOMPARE(split->units[1].id.value, u"finding"_s);
    QCOMPARE(split->units[1].title, u"Finding"_s);
    QCOMPARE(split->units[1].instances, 1);
    QCOMPARE(split->units[1].capabilities, (std::vector<CapabilityId>{{u"catalogue"_s}, {u"search"_s}}));
    QCOMPARE(fault(*split), QString());
}

void TestRegroup::splitAndMergeUndoEachOther()
{
    const Packaging before = byTeam(m_shop);
    const auto split = m_regrouping.split(
        before, {{u"discovery"_s}, {{u"catalogue"_s}}, {u"catalogue"_s}, u"Catalogue"_s});
    QVERIFY(split.has_value());
    const auto merged = m_regrouping.merge(*split, {u"discovery"_s}, {u"catalogue"_s});
    QVERIFY(merged.has_value());
    QCOMPARE(*merged, before);
}

void TestRegroup::movesACapability()
{
    const auto moved = m_regrouping.move(byTeam(m_shop), {u"search"_s}, {u"web"_s});
    QVERIFY(moved.has_value());
    QCOMPARE(moved->unitOf({u"search"_s})->id.value, u"web"_s);
    QCOMPARE(moved->units.size(), 7U);
    QCOMPARE(fault(*moved), QString());
}

void TestRegroup::theLastCapabilityTakesItsUnitWithIt()
{
    const auto moved = m_regrouping.move(byTeam(m_shop), {u"payments"_s}, {u"checkout"_s});
    QVERIFY(moved.has_value());
    QCOMPARE(moved->units.size(), 6U);
    QVERIFY(moved->unit({u"payments"_s}) == nullptr);
    QCOMPARE(fault(*moved), QString());
}

void TestRegroup::scalesAUnit()
{
    const auto scaled = m_regrouping.scale(microservices(m_shop), {u"catalogue"_s}, 3);
    QVERIFY(scaled.has_value());
    QCOMPARE(scaled->unit({u"catalogue"_s})->instances, 3);
    const auto merged = m_regrouping.merge(*scaled, {u"catalogue"_s}, {u"search"_s});
    QCOMPARE(merged->unit({u"catalogue"_s})->instances, 3);
}

void TestRegroup::refusesWhatBreaksAPackaging_data()
{
    QTest::addColumn<Result<Packaging>>("result");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("subject");
    const Packaging teams = byTeam(m_shop);
    const Regrouping &regroup = m_regrouping;
    const UnitId web{u"web"_s};
    const UnitId fresh{u"fresh"_s};
    const CapabilityId cart{u"cart"_s};
    const QString title = u"Fresh"_s;
    QTest::newRow("merging into no unit") << regroup.merge(teams, fresh, web) << Kind::NotFound << u"fresh"_s;
    QTest::newRow("merging no unit") << regroup.merge(teams, web, fresh) << Kind::NotFound << u"fresh"_s;
    QTest::newRow("merging a unit with itself")
        << regroup.merge(teams, web, web) << Kind::Conflict << u"web"_s;
    QTest::newRow("splitting no unit")
        << regroup.split(teams, {fresh, {cart}, fresh, title}) << Kind::NotFound << u"fresh"_s;
    QTest::newRow("splitting off what is elsewhere")
        << regroup.split(teams, {web, {cart}, fresh, title}) << Kind::NotFound << u"cart"_s;
    QTest::newRow("splitting off everything")
        << regroup.split(teams, {web, {{u"storefront"_s}}, fresh, title}) << Kind::Conflict << u"web"_s;
    QTest::newRow("splitting off nothing")
        << regroup.split(teams, {web, {}, fresh, title}) << Kind::InvalidInput << u"fresh"_s;
    QTest::newRow("splitting off the same twice")
        << regroup.split(teams, {{u"checkout"_s}, {cart, cart}, fresh, title}) << Kind::NotFound << u"cart"_s;
    QTest::newRow("splitting into a unit that is there")
        << regroup.split(teams, {{u"checkout"_s}, {cart}, web, title}) << Kind::Conflict << u"web"_s;
    QTest::newRow("splitting into a unit named like a path")
        << regroup.split(teams, {{u"checkout"_s}, {cart}, {u"../x"_s}, title}) << Kind::InvalidInput
        << u"../x"_s;
    QTest::newRow("splitting into a unit without a title")
        << regroup.split(teams, {{u"checkout"_s}, {cart}, fresh, u" "_s}) << Kind::InvalidInput << u"fresh"_s;
    QTest::newRow("moving what is not there")
        << regroup.move(teams, {u"nothing"_s}, web) << Kind::NotFound << u"nothing"_s;
    QTest::newRow("moving to no unit") << regroup.move(teams, cart, fresh) << Kind::NotFound << u"fresh"_s;
    QTest::newRow("moving to where it is")
        << regroup.move(teams, cart, {u"checkout"_s}) << Kind::Conflict << u"cart"_s;
    QTest::newRow("scaling no unit") << regroup.scale(teams, fresh, 2) << Kind::NotFound << u"fresh"_s;
    QTest::newRow("scaling to nothing") << regroup.scale(teams, web, 0) << Kind::InvalidInput << u"web"_s;
    QTest::newRow("scaling below nothing") << regroup.scale(teams, web, -1) << Kind::InvalidInput << u"web"_s;
    QTest::newRow("scaling beyond the machine")
        << regroup.scale(teams, web, maximumInstances + 1) << Kind::InvalidInput << u"web"_s;
}

void TestRegroup::refusesWhatBreaksAPackaging()
{
    QFETCH(Result<Packaging>, result);
    QVERIFY(!result);
    QTEST(result.error().kind, "kind");
    QTEST(result.error().subject, "subject");
    QVERIFY(result.error().message.endsWith(u'.'));
}

void TestRegroup::refusesAPackagingOfAnotherSystem()
{
    Packaging foreign = byTeam(m_shop);
    foreign.units.front().capabilities.front() = {u"elsewhere"_s};
    const auto scaled = m_regrouping.scale(foreign, foreign.units.front().id, 2);
    QVERIFY(!scaled);
    QCOMPARE(scaled.error().kind, Kind::Conflict);
}

void TestRegroup::isAPartitionWhateverIsDone_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

Result<Packaging> TestRegroup::randomStep(const Packaging &packaging, std::mt19937 &random) const
{
    const auto unit = [&] { return packaging.units[random() % packaging.units.size()].id; };
    const auto capability = [&] { return m_shop.capabilities[random() % m_shop.capabilities.size()].id; };
    switch (random() % 4) {
    case 0:
        return m_regrouping.merge(packaging, unit(), unit());
    case 1: {
        const UnitId fresh{u"unit-%1"_s.arg(random() % 20)};
        return m_regrouping.split(packaging, {unit(), {capability(), capability()}, fresh, u"Fresh"_s});
    }
    case 2:
        return m_regrouping.move(packaging, capability(), unit());
    default:
        return m_regrouping.scale(packaging, unit(), static_cast<int>(random() % 70) - 2);
    }
}

void TestRegroup::isAPartitionWhateverIsDone()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    Packaging packaging = randomPackaging(m_shop, seed);
    QCOMPARE(fault(packaging), QString());
    int done = 0;
    for (int step = 0; step < 200; ++step) {
        const Packaging before = packaging;
        const auto after = randomStep(packaging, random);
        QCOMPARE(packaging, before);
        if (!after) {
            QVERIFY(!after.error().message.isEmpty());
            continue;
        }
        QCOMPARE(fault(*after), QString());
        packaging = *after;
        ++done;
    }
    QVERIFY(done > 20); // and the rest was refused
}

QTEST_GUILESS_MAIN(TestRegroup)
#include "tst_regroup.moc"
