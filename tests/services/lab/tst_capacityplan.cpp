// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/packaging/presets.h>
#include <model/packaging/regroup.h>
#include <model/system/systemreader.h>
#include <services/capacity/measureddemand.h>
#include <services/lab/capacityplan.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace services::lab;
using services::capacity::Findings;
using services::capacity::MeasuredDemand;

namespace {

// Of microservices with one catalogue and with two.
CapacityOrder orderOf(const std::vector<double> &loads)
{
    const auto file = QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json");
    CapacityOrder order;
    order.system = model::system::SystemReader::readFile(file).value();
    const auto one = model::packaging::microservices(order.system);
    const model::packaging::Regrouping regrouping(order.system);
    order.variants = {one, regrouping.scale(one, {u"catalogue"_s}, 2).value()};
    order.loads = loads;
    return order;
}

} // namespace

class TestCapacityPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachRoundKnowsWhatShoppersAskFor_data();
    void eachRoundKnowsWhatShoppersAskFor();
};

void TestCapacityPlan::eachRoundKnowsWhatShoppersAskFor_data()
{
    QTest::addColumn<std::vector<double>>("loads"); // times the limit of the first variant
    QTest::addColumn<int>("added"); // steps which are restful and nothing else, in each round
    QTest::newRow("shares of the limit") << std::vector<double>{} << 0;
    QTest::newRow("a load that is restful on both") << std::vector<double>{0.1} << 0;
    QTest::newRow("loads that are too much for the first") << std::vector<double>{1.1, 1.15} << 1;
}

void TestCapacityPlan::eachRoundKnowsWhatShoppersAskFor()
{
    QFETCH(std::vector<double>, loads);
    QFETCH(int, added);
    Findings first;
    planCapacity(orderOf({}), first);
    const double limit = first.limits.front().predicted;
    for (double &load : loads)
        load *= limit;
    const auto order = orderOf(loads);
    Findings findings;
    const auto steps = planCapacity(order, findings);
    const auto isRestful = [&](const CapacityStep &step) {
        return MeasuredDemand::isRestful(step.load, findings.limits[step.variant].predicted);
    };
    const auto isAdded = [&](const CapacityStep &step) { return step.point == nullptr && !step.isTooMuch; };
    QCOMPARE(std::ranges::count_if(steps, isAdded), std::ptrdiff_t(added * order.rounds));
    QVERIFY(std::ranges::all_of(steps, [&](const CapacityStep &step) {
        return !isAdded(step) || (step.variant == 0 && isRestful(step));
    }));
    QVERIFY(std::ranges::count_if(steps, isRestful) >= order.rounds);
    QCOMPARE(std::ranges::count(steps, true, &CapacityStep::isTooMuch),
             std::ptrdiff_t(order.rounds) * std::ptrdiff_t(order.variants.size()));
}

QTEST_APPLESS_MAIN(TestCapacityPlan)
#include "tst_capacityplan.moc"
