// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/cost.h>
#include <model/packaging/presets.h>
#include <model/packaging/regroup.h>
#include <model/system/systemreader.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace model::analysis;
using model::packaging::Packaging;
using model::system::System;

namespace {

System shop()
{
    const auto file = QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json");
    return model::system::SystemReader::readFile(file).value();
}

Cost costWith(const System &system, const Packaging &packaging, const QString &unit, int instances)
{
    return costOf(system, model::packaging::Regrouping(system).scale(packaging, {unit}, instances).value());
}

} // namespace

class TestCost : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneOfEverythingCostsTheSameInEachShape()
    {
        const auto system = shop();
        const auto whole = costOf(system, model::packaging::monolith(system));
        const auto parts = costOf(system, model::packaging::microservices(system));
        QCOMPARE(whole.instances, 1);
        QCOMPARE(parts.instances, int(system.capabilities.size()));
        QCOMPARE(whole.memoryMegabytes, parts.memoryMegabytes);
        QCOMPARE(whole.workers, parts.workers);
    }

    void sixMonolithsCostSixTimesEverything()
    {
        const auto system = shop();
        const auto one = costOf(system, model::packaging::monolith(system));
        const auto six = costWith(system, model::packaging::monolith(system), u"shop"_s, 6);
        QCOMPARE(six, (Cost{6, 6 * one.workers, 6 * one.memoryMegabytes}));
    }

    void sixCataloguesCostFiveCataloguesMore()
    {
        const auto system = shop();
        const auto microservices = model::packaging::microservices(system);
        const auto one = costOf(system, microservices);
        const auto catalogue = costOf(system, *microservices.unit({u"catalogue"_s}));
        const auto six = costWith(system, microservices, u"catalogue"_s, 6);
        QCOMPARE(six.instances, one.instances + 5);
        QCOMPARE(six.workers, one.workers + 5 * catalogue.workers);
        QCOMPARE(six.memoryMegabytes, one.memoryMegabytes + 5 * catalogue.memoryMegabytes);
        QVERIFY(six.memoryMegabytes < 2 * one.memoryMegabytes);
    }
};

QTEST_APPLESS_MAIN(TestCost)
#include "tst_cost.moc"
