// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/dependence.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace model::analysis;
using model::packaging::Packaging;
using model::system::System;
using model::system::SystemReader;

namespace {

System shop()
{
    return SystemReader::readFile(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
        .value();
}

QStringList journeysIn(const Dependence &dependence, JourneyState state)
{
    QStringList ids;
    for (auto journey = dependence.journeys.begin(); journey != dependence.journeys.end(); ++journey) {
        if (journey.value() == state)
            ids << journey.key().value;
    }
    ids.sort();
    return ids;
}

} // namespace

class TestDependence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhichJourneysNeedAService_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("down");
        QTest::addColumn<QString>("degraded");
        QTest::addRow("browsing needs the catalogue, suggestions would like it")
            << u"catalogue"_s << u"add-to-cart browse"_s << u"suggestions"_s;
        QTest::addRow("only checking out needs payments") << u"payments"_s << u"check-out"_s << QString();
        QTest::addRow("sessions outlive the accounts") << u"accounts"_s << u"log-in register"_s << QString();
        QTest::addRow("search falls back on remembered answers") << u"search"_s << QString() << u"search"_s;
    }
    void saysWhichJourneysNeedAService()
    {
        QFETCH(QString, unit);
        const auto system = shop();
        const auto dependence = dependenceOn(system, model::packaging::microservices(system), {unit});
        QTEST(journeysIn(dependence, JourneyState::Down).join(u' '), "down");
        QTEST(journeysIn(dependence, JourneyState::Degraded).join(u' '), "degraded");
    }

    void aDeadMonolithTakesEveryJourney()
    {
        const auto system = shop();
        const auto monolith = model::packaging::monolith(system);
        const auto dependence = dependenceOn(system, monolith, monolith.units.front().id);
        QCOMPARE(journeysIn(dependence, JourneyState::Down).size(), qsizetype(system.journeys.size()));
        QCOMPARE(dependence.suffering.size(), qsizetype(system.capabilities.size()));
    }

    void namesWhoSuffersWithIt()
    {
        const auto system = shop();
        const auto dependence
            = dependenceOn(system, model::packaging::microservices(system), {u"payments"_s});
        QVERIFY(dependence.suffering.contains({u"orders"_s}));
        QVERIFY(dependence.suffering.contains({u"storefront"_s}));
        QVERIFY(!dependence.suffering.contains({u"cart"_s}));
    }

    void anUnknownUnitHurtsNobody()
    {
        const auto system = shop();
        const auto dependence = dependenceOn(system, model::packaging::microservices(system), {u"nowhere"_s});
        QVERIFY(dependence.journeys.isEmpty());
        QVERIFY(dependence.suffering.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDependence)
#include "tst_dependence.moc"
