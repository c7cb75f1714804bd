// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/cost.h>
#include <model/operation/scenarioreader.h>
#include <model/system/systemreader.h>

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace model::operation;

namespace {

const model::system::System &shop()
{
    static const auto system = model::system::SystemReader::readFile(
                                   QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
                                   .value();
    return system;
}

Scenario scenario(const QString &name)
{
    const auto file = QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/scenarios/%1.json").arg(name);
    return ScenarioReader::readFile(file, shop()).value();
}

// Of which something of this kind is expected.
template<typename Wanted>
std::set<QString> judgedJourneys(const Scenario &scenario)
{
    std::set<QString> journeys;
    for (const auto &expectation : scenario.expectations) {
        if (std::holds_alternative<Wanted>(expectation.check))
            journeys.insert(expectation.journey.value);
    }
    return journeys;
}

} // namespace

// That a scenario of the program can fail: it sets up what it says, and judges all that it speaks of. Whether
// it holds is shown by running it.
class TestScenarioClaims : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theHungShopsDifferInTheirPoliciesAlone();
    void nobodyButWhoPaysWaitsLongerInTheProtectedShop();
    void inTheRushEachUnitMayGrow();
    void sixMonolithsAreComparedWithSixCatalogues();
    void sixMonolithsDeclareFarMoreMemory();
};

void TestScenarioClaims::theHungShopsDifferInTheirPoliciesAlone()
{
    const auto with = scenario(u"hung-payments"_s);
    const auto without = scenario(u"hung-payments-unprotected"_s);
    QCOMPARE(with.load, without.load);
    QVERIFY(with.fleets == without.fleets);
    QCOMPARE(without.policies, noPolicies());
    auto three = noPolicies();
    three.calls.timeout.emplace();
    three.calls.breaker.emplace();
    three.calls.bulkhead.emplace();
    QCOMPARE(with.policies, three);
}

void TestScenarioClaims::nobodyButWhoPaysWaitsLongerInTheProtectedShop()
{
    const auto judged = judgedJourneys<P95AtMostTimesBefore>(scenario(u"hung-payments"_s));
    const std::set<QString> needPayments{u"check-out"_s, u"receipt"_s};
    for (const auto &journey : shop().journeys)
        QCOMPARE(judged.contains(journey.id.value), !needPayments.contains(journey.id.value));
}

// Else that only one has grown would say nothing.
void TestScenarioClaims::inTheRushEachUnitMayGrow()
{
    std::set<QString> mayGrow;
    for (const auto &action : scenario(u"rush"_s).actions) {
        const auto *autoscale = std::get_if<Autoscale>(&action);
        if (autoscale != nullptr && autoscale->settings)
            mayGrow.insert(autoscale->target.capability.value);
        if (std::holds_alternative<Inject>(action))
            break;
    }
    for (const auto &capability : shop().capabilities)
        QVERIFY2(mayGrow.contains(capability.id.value), qPrintable(capability.id.value));
}

void TestScenarioClaims::sixMonolithsAreComparedWithSixCatalogues()
{
    const auto six = scenario(u"cost-of-six"_s);
    QCOMPARE(six.fleets.size(), std::size_t(2));
    const auto &monolith = six.fleets[0];
    QCOMPARE(monolith.units.size(), std::size_t(1));
    QCOMPARE(monolith.units.front().instances, 6);
    const auto &microservices = six.fleets[1];
    QCOMPARE(microservices.units.size(), shop().capabilities.size());
    for (const auto &unit : microservices.units)
        QCOMPARE(unit.instances, unit.id.value == u"catalogue" ? 6 : 1);
}

// The summary says so; a run tells both, and does not judge it.
void TestScenarioClaims::sixMonolithsDeclareFarMoreMemory()
{
    const auto six = scenario(u"cost-of-six"_s);
    const auto monolith = model::analysis::costOf(shop(), six.fleets.at(0));
    const auto microservices = model::analysis::costOf(shop(), six.fleets.at(1));
    QVERIFY(microservices.memoryMegabytes > 0);
    QVERIFY(monolith.memoryMegabytes > 3 * microservices.memoryMegabytes);
}

QTEST_APPLESS_MAIN(TestScenarioClaims)
#include "tst_scenarioclaims.moc"
