// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/packaging/presets.h>
#include <services/platform/steadyload.h>

#include <QTest>

#include <tests/support/shop.h>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::platform;
using services::load::JourneyResult;
using services::load::LoadBatch;
using services::load::Outcome;

// The clock stands still unless a test turns it; shoppers come ten times a second, some at once.
class TestSteadyLoad : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_shop = tests::support::Shop().system; }

    void init()
    {
        m_now = Instant(1h);
        m_steady = std::make_unique<SteadyLoad>(m_shop);
        m_conditions = {};
        m_conditions.shoppersPerSecond = 50;
        m_conditions.packaging = model::packaging::microservices(m_shop);
        m_conditions.isUndisturbed = true;
        m_answers = 5;
        m_outcome = Outcome::Ok;
    }

    void measuresWhatShoppersMet()
    {
        const auto steady = turn(12s);
        QVERIFY(steady != nullptr);
        QCOMPARE(steady->latest.seconds, 5.0);
        QVERIFY(std::abs(steady->latest.shoppersPerSecond - 50) <= 1);
        QVERIFY(std::abs(steady->latest.mean.count() - 0.040) < 0.0005);
        QCOMPARE(steady->latest.failed, 0);
        QCOMPARE(steady->latest.unanswered, 0);
        QCOMPARE(steady->packaging, m_conditions.packaging);
        const auto browse
            = std::ranges::find(m_shop.journeys, u"browse"_s, [](const auto &each) { return each.id.value; });
        for (size_t journey = 0; journey < m_shop.journeys.size(); ++journey) {
            const bool isBrowse = &m_shop.journeys[journey] == &*browse;
            QCOMPARE(steady->latest.cameFor[journey], isBrowse ? steady->latest.attempts : 0);
        }
    }

    void waitsUntilQueuesAreAsLongAsTheyGetAndAllAreAnswered()
    {
        QVERIFY(turn(8s) == nullptr); // two to warm up, five in the window, one and a half for the answers
        QVERIFY(turn(1s) != nullptr);
    }

    void addsUpWindowsOfTheSameConditions()
    {
        const auto steady = turn(20s);
        QCOMPARE(steady->latest.seconds, 5.0);
        QCOMPARE(steady->recent.seconds, 15.0);
        QVERIFY(steady->recent.attempts > 2 * steady->latest.attempts);
        const auto later = turn(60s);
        QCOMPARE(later->recent.seconds, 30.0); // not for ever
    }

    void anyChangeBeginsAnew_data()
    {
        QTest::addColumn<int>("change");
        QTest::newRow("the load") << 0;
        QTest::newRow("the instances of a unit") << 1;
        QTest::newRow("the policies") << 2;
        QTest::newRow("something was broken for a moment") << 3;
    }
    void anyChangeBeginsAnew()
    {
        QFETCH(const int, change);
        turn(20s);
        if (change == 0)
            m_conditions.shoppersPerSecond = 60;
        if (change == 1)
            m_conditions.packaging.units.back().instances = 2;
        if (change == 2)
            m_conditions.policies = model::operation::allPolicies();
        m_conditions.isUndisturbed = change != 3;
        const auto before = turn(100ms);
        m_conditions.isUndisturbed = true;
        QCOMPARE(turn(8s), before); // the old one is kept, and nothing is smeared into a new one
        const auto steady = turn(2s);
        QVERIFY(steady != before);
        QCOMPARE(steady->recent.seconds, 5.0);
        QCOMPARE(steady->packaging, m_conditions.packaging);
    }

    void tellsNothingWhileSomethingIsBroken()
    {
        m_conditions.isUndisturbed = false;
        QVERIFY(turn(30s) == nullptr);
    }

    void saysWhoFailed()
    {
        m_outcome = Outcome::Failed;
        const auto steady = turn(12s);
        QCOMPARE(steady->latest.failed, steady->latest.attempts);
        QVERIFY(steady->latest.mean == 0s);
    }

    void whoIsNotAnsweredIsWaitedForAndThenCounted()
    {
        m_answers = 4; // of five
        QVERIFY(turn(12s) == nullptr);
        const auto steady = turn(4s);
        QVERIFY(steady != nullptr);
        QVERIFY(std::abs(steady->latest.unanswered - 50) <= 2);
        QVERIFY(std::abs(steady->latest.shoppersPerSecond - 50) <= 1);
    }

    void fewShoppersAreWatchedForLonger()
    {
        m_conditions.shoppersPerSecond = 20;
        QVERIFY(turn(14s) == nullptr);
        const auto steady = turn(4s);
        QVERIFY(steady != nullptr);
        QCOMPARE(steady->latest.seconds, 12.5);
    }

private:
    // Ten times a second, five have come, each answered 40 ms later.
    std::shared_ptr<const SteadySnapshot> turn(std::chrono::milliseconds time)
    {
        std::shared_ptr<const SteadySnapshot> newest;
        for (const auto end = m_now + time; m_now < end;) {
            m_now += 100ms;
            LoadBatch batch;
            batch.arrivals = 6;
            batch.withoutShopper = 1;
            for (int answered = 0; answered < m_answers; ++answered) {
                JourneyResult result;
                result.journey = {u"browse"_s};
                result.intendedStart = m_now - 50ms;
                result.duration = 40ms;
                result.outcome = m_outcome;
                batch.results.push_back(result);
            }
            m_steady->take(batch, m_now);
            newest = m_steady->look(m_now, m_conditions);
        }
        return newest;
    }

    model::system::System m_shop;
    std::unique_ptr<SteadyLoad> m_steady;
    SteadyLoad::Conditions m_conditions;
    Instant m_now;
    int m_answers = 5;
    Outcome m_outcome = Outcome::Ok;
};

QTEST_GUILESS_MAIN(TestSteadyLoad)
#include "tst_steadyload.moc"
