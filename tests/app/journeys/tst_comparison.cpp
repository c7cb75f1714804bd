// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/journeys/comparison.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::journeys;
using namespace std::chrono_literals;
using model::system::JourneyId;
using model::telemetry::Instant;
using services::load::Outcome;
using services::platform::FleetSnapshot;

class TestComparison : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatAnEarlierFaultSaidExplainsNoLaterOne()
    {
        Comparison comparison;
        comparison.expect(predicted(JourneyState::Working));
        measureUntilSettled(comparison, Outcome::Failed, u"Payments hangs"_s);
        QCOMPARE(comparison.disagreements().size(), size_t{1});
        QCOMPARE(comparison.disagreements().front().lately, u"Payments hangs"_s);
        comparison.expect(predicted(JourneyState::Degraded)); // something else is done
        measureUntilSettled(comparison, Outcome::Failed, {});
        QCOMPARE(comparison.disagreements().size(), size_t{1});
        QCOMPARE(comparison.disagreements().front().lately, QString());
        measureUntilSettled(comparison, Outcome::Failed, u"Orders is down"_s);
        QCOMPARE(comparison.disagreements().front().lately, u"Orders is down"_s);
    }

    void whatWasPredictedOfSomethingElseIsNotConfirmed()
    {
        Comparison comparison;
        comparison.expect(predicted(JourneyState::Working));
        measureUntilSettled(comparison, Outcome::Ok, {});
        QVERIFY(comparison.isSettled());
        QCOMPARE(comparison.expectations().size(), 1);
        comparison.doubt(); // a fault is injected, and the prediction of it is still awaited
        QVERIFY(!comparison.isSettled());
        QVERIFY(comparison.expectations().isEmpty());
        measureUntilSettled(comparison, Outcome::Failed, {});
        QVERIFY(!comparison.isSettled());
        QVERIFY(comparison.expectations().isEmpty());
        QVERIFY(comparison.disagreements().empty());
        comparison.expect(predicted(JourneyState::Down));
        measureUntilSettled(comparison, Outcome::Failed, {});
        QVERIFY(comparison.isSettled());
        const auto expected = comparison.expectations().value({u"pay"_s});
        QCOMPARE(expected.state, JourneyState::Down);
        QCOMPARE(expected.agreement, Agreement::Agrees);
    }

private:
    static Comparison::Outlooks predicted(JourneyState state)
    {
        Comparison::Outlooks outlooks;
        outlooks[JourneyId{u"pay"_s}].state = state;
        return outlooks;
    }
    // Each attempt ends like this, for longer than a judgement takes; the first says why.
    void measureUntilSettled(Comparison &comparison, Outcome outcome, const QString &why)
    {
        FleetSnapshot fleet;
        fleet.journeys.push_back({{u"pay"_s}, {}});
        fleet.journeys.back().tally.add(outcome);
        services::load::JourneyResult result;
        result.journey = {u"pay"_s};
        result.message = why;
        fleet.results = {result};
        for (int second = 0; second < 20; ++second) {
            comparison.measure(fleet, m_now);
            m_now += 1s;
            fleet.results.clear();
        }
    }

    Instant m_now{100s};
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
