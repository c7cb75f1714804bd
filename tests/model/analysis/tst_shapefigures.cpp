// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/shapefigures.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace model::analysis;
using namespace model::packaging;
using namespace std::chrono_literals;
using model::system::System;
using model::system::SystemReader;

// The price and the gain of each shape, as counts from the shop's file.
class TestShapeFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneUnitIsSharedByAllTeamsAndAsksNobody()
    {
        const auto figures = figuresOf(m_shop, monolith(m_shop));
        QCOMPARE(figures.units, 1);
        QCOMPARE(figures.databases, 1);
        QCOMPARE(figures.networkCalls, 0);
        QCOMPARE(figures.mostTeams, static_cast<int>(m_shop.teams.size()));
    }

    void aServiceBelongsToOneTeamAndAsksOthers()
    {
        const auto figures = figuresOf(m_shop, microservices(m_shop));
        QCOMPARE(figures.units, 11);
        QCOMPARE(figures.databases, 10); // the storefront keeps nothing
        QCOMPARE(figures.mostTeams, 1);
        QVERIFY(figures.networkCalls > 10);
        std::chrono::milliseconds sum{0};
        auto slowest = 0ms;
        for (const auto &capability : m_shop.capabilities) {
            sum += capability.bootTime;
            slowest = std::max(slowest, capability.bootTime);
        }
        QCOMPARE(figures.slowestBoot, slowest);
        QCOMPARE(figuresOf(m_shop, monolith(m_shop)).slowestBoot, sum);
    }

    void checkOutCrossesTheNetworkOnceInTheMonolith()
    {
        const auto *checkOut = m_shop.journey({u"check-out"_s});
        QVERIFY(checkOut != nullptr);
        QCOMPARE(hopsOf(*checkOut, m_shop, monolith(m_shop)), static_cast<int>(checkOut->steps.size()));
        // The storefront asks orders, which asks cart, inventory twice and payments; what only undoes is not
        // asked when all goes well.
        QVERIFY(hopsOf(*checkOut, m_shop, microservices(m_shop)) >= 6);
        QVERIFY(hopsOf(*checkOut, m_shop, byTeam(m_shop)) < hopsOf(*checkOut, m_shop, microservices(m_shop)));
    }

    void theFarthestJourneyTakesTheMostHops()
    {
        const auto apart = microservices(m_shop);
        const auto *farthest = farthestJourney(m_shop);
        QVERIFY(farthest != nullptr);
        for (const auto &journey : m_shop.journeys)
            QVERIFY(hopsOf(journey, m_shop, apart) <= hopsOf(*farthest, m_shop, apart));
        QVERIFY(farthestJourney(model::system::System()) == nullptr);
    }

private:
    const System m_shop
        = SystemReader::readFile(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json")).value();
};

QTEST_GUILESS_MAIN(TestShapeFigures)
#include "tst_shapefigures.moc"
