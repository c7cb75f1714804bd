// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/capacityforesight.h>

#include <QSignalSpy>
#include <QTest>

#include <tests/support/shop.h>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::charts::CapacityForecast;
using app::charts::CapacityMeasurement;
using app::shell::CapacityForesight;
using model::analysis::Capacity;
using model::analysis::MachineCosts;
using services::platform::Snapshot;
using services::platform::SteadySnapshot;
using services::runtime::InstanceState;

// What is told of which fleet, and that the figures are those of the model.
class TestCapacityForesight : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const tests::support::Shop shop;
        m_shop = shop.system;
        m_packagings = shop.shapes();
        m_costs.networkHop = 400us;
        m_costs.localHop = 20us;
    }
    void init()
    {
        m_foresight = std::make_unique<CapacityForesight>(m_shop, m_packagings);
        m_foreseen = std::make_unique<QSignalSpy>(m_foresight.get(), &CapacityForesight::foreseen);
        m_outdated = std::make_unique<QSignalSpy>(m_foresight.get(), &CapacityForesight::outdated);
        m_measured = std::make_unique<QSignalSpy>(m_foresight.get(), &CapacityForesight::measured);
    }

    void predictsAsSoonAsTheCostsAreKnown()
    {
        m_foresight->take(snapshot(1));
        QTest::qWait(0);
        QCOMPARE(m_foreseen->size(), 0);
        m_foresight->setCosts(m_costs);
        QTRY_COMPARE_WITH_TIMEOUT(m_foreseen->size(), 2, 60'000);
        const auto told = forecastFor(1);
        const Capacity model(m_shop, m_packagings[1], m_costs);
        QCOMPARE(told.now.load, model.limit());
        QCOMPARE(told.now.unit, m_packagings[1].unit(*model.bottleneck())->title);
        QVERIFY(told.areHopsMeasured);
        QVERIFY(std::abs(told.networkHop.count() - 0.4) < 1e-9);
        for (const auto &sample : told.now.curve)
            QCOMPARE(sample.mean, app::charts::Milliseconds(model.at(sample.load).mean));
        QVERIFY(told.now.curve.back().load < told.now.load);
        auto larger = m_packagings[1];
        ++std::ranges::find(larger.units, *model.bottleneck(), &model::packaging::Unit::id)->instances;
        QCOMPARE(told.oneMore.load, Capacity(m_shop, larger, m_costs).limit());
        QVERIFY(told.oneMore.load > told.now.load);
    }

    void saysThatHopsWereNotMeasured()
    {
        m_foresight->setCosts({});
        QTRY_COMPARE_WITH_TIMEOUT(m_foreseen->size(), 2, 60'000);
        QVERIFY(!forecastFor(0).areHopsMeasured);
        QCOMPARE(forecastFor(0).networkHop.count(), 0.0);
    }

    void oneMoreInstanceIsAnotherPrediction()
    {
        m_foresight->setCosts(m_costs);
        QTRY_COMPARE_WITH_TIMEOUT(m_foreseen->size(), 2, 60'000);
        const auto before = forecastFor(1);
        m_foreseen->clear();
        m_foresight->take(snapshot(2));
        QCOMPARE(m_outdated->size(), 1); // at once, and only this fleet
        QCOMPARE(m_outdated->front()[0].toInt(), 1);
        m_foresight->take(snapshot(2));
        QTRY_COMPARE_WITH_TIMEOUT(m_foreseen->size(), 1, 60'000);
        QCOMPARE(forecastFor(1).now.load, before.oneMore.load);
        QCOMPARE(m_outdated->size(), 1);
    }

    void tellsOnlyOfTheInstancesThatRunNow()
    {
        m_foresight->setCosts(m_costs);
        for (const int instances : {2, 3, 2, 1})
            m_foresight->take(snapshot(instances));
        QTRY_VERIFY_WITH_TIMEOUT(m_foreseen->size() >= 2, 60'000);
        QCOMPARE(forecastFor(1).now.load, Capacity(m_shop, m_packagings[1], m_costs).limit());
    }

    void comparesForThoseWhoCame()
    {
        m_foresight->setCosts(m_costs);
        QTRY_COMPARE_WITH_TIMEOUT(m_foreseen->size(), 2, 60'000);
        auto now = snapshot(1);
        now.fleets[1].steady = steady(m_packagings[1]);
        m_foresight->take(now);
        m_foresight->take(now); // the same one
        QTRY_COMPARE_WITH_TIMEOUT(m_measured->size(), 1, 60'000);
        QCOMPARE(m_measured->front()[0].toInt(), 1);
        const auto told = m_measured->front()[1].value<CapacityMeasurement>();
        QCOMPARE(told.mean.measured.count(), 44.0);
        auto wanted = m_shop; // they all wanted the first journey
        for (auto &journey : wanted.journeys)
            journey.weight = &journey == &wanted.journeys.front() ? 1 : 0;
        const auto predicted = Capacity(wanted, m_packagings[1], m_costs).at(50);
        QCOMPARE(told.mean.predicted, app::charts::Milliseconds(predicted.mean));
        QCOMPARE(told.p95.predicted, app::charts::Milliseconds(predicted.p95));
        QCOMPARE(told.lost, 5);
    }

    void whatOtherInstancesServedIsNotShown()
    {
        m_foresight->setCosts(m_costs);
        QTRY_COMPARE_WITH_TIMEOUT(m_foreseen->size(), 2, 60'000);
        auto now = snapshot(2);
        now.fleets[1].steady = steady(m_packagings[1]); // with one
        m_foreseen->clear();
        m_foresight->take(now);
        QTRY_COMPARE_WITH_TIMEOUT(m_foreseen->size(), 1, 60'000);
        m_foresight->take(now);
        now = snapshot(2);
        auto packaging = m_packagings[1];
        packaging.units[2].instances = 2;
        now.fleets[1].steady = steady(packaging);
        m_foresight->take(now);
        QTRY_COMPARE_WITH_TIMEOUT(m_measured->size(), 1, 60'000); // the second only
    }

private:
    // Everything is well; the catalogue, which is the third unit, has so many instances.
    Snapshot snapshot(int catalogues) const
    {
        Snapshot snapshot;
        snapshot.fleets.resize(2);
        for (size_t fleet = 0; fleet < 2; ++fleet) {
            for (const auto &unit : m_packagings[fleet].units) {
                services::platform::InstanceSnapshot instance;
                instance.status.unit = unit.id;
                instance.status.state = InstanceState::Healthy;
                const bool isCatalogue = fleet == 1 && unit.id == m_packagings[1].units[2].id;
                for (int count = 0; count < (isCatalogue ? catalogues : 1); ++count)
                    snapshot.fleets[fleet].instances.push_back(instance);
            }
        }
        return snapshot;
    }
    std::shared_ptr<const SteadySnapshot> steady(const model::packaging::Packaging &packaging) const
    {
        SteadySnapshot steady;
        steady.packaging = packaging;
        steady.recent.seconds = 5;
        steady.recent.attempts = 248;
        steady.recent.failed = 3;
        steady.recent.unanswered = 2;
        steady.recent.shoppersPerSecond = 50;
        steady.recent.mean = 44ms;
        steady.recent.cameFor.resize(m_shop.journeys.size());
        steady.recent.cameFor.front() = 248;
        return std::make_shared<const SteadySnapshot>(steady);
    }
    // The last one that was told of the fleet.
    CapacityForecast forecastFor(int fleet) const
    {
        CapacityForecast forecast;
        for (const auto &told : *m_foreseen) {
            if (told[0].toInt() == fleet)
                forecast = told[1].value<CapacityForecast>();
        }
        return forecast;
    }

    model::system::System m_shop;
    std::vector<model::packaging::Packaging> m_packagings;
    MachineCosts m_costs;
    std::unique_ptr<CapacityForesight> m_foresight;
    std::unique_ptr<QSignalSpy> m_foreseen;
    std::unique_ptr<QSignalSpy> m_outdated;
    std::unique_ptr<QSignalSpy> m_measured;
};

QTEST_GUILESS_MAIN(TestCapacityForesight)
#include "tst_capacityforesight.moc"
