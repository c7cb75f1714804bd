// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/platform/callwatch.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::platform;
using model::telemetry::BreakerState;
using model::telemetry::Counters;
using model::telemetry::LinkId;
using services::runtime::InstanceReport;
using services::runtime::InstanceState;

namespace {

const LinkId charge{{u"orders"_s}, {{u"payments"_s}, u"POST /charges"_s}};
const LinkId cart{{u"orders"_s}, {{u"cart"_s}, u"GET /cart"_s}};

InstanceReport report(const QString &instance, const LinkId &link, const Counters &counters)
{
    InstanceReport made;
    made.instance = {instance};
    made.telemetry.called.insert(link, counters);
    return made;
}

InstanceSnapshot instance(const QString &id, InstanceState state)
{
    InstanceSnapshot made;
    made.status.id = {id};
    made.status.state = state;
    return made;
}

model::packaging::Packaging packaging()
{
    return {{u"two"_s},
            u"Two"_s,
            {{{u"buying"_s}, u"Buying"_s, {{u"orders"_s}, {u"cart"_s}}, 2},
             {{u"payments"_s}, u"Payments"_s, {{u"payments"_s}}, 1}}};
}

} // namespace

class TestCallWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addsUpWhatInstancesReport()
    {
        Counters counters;
        counters.requests = 10;
        counters.failures.insert(model::result::Kind::TimedOut, 4);
        counters.degraded = 1;
        counters.retries = 2;
        counters.stoppedByBreaker = 3;
        counters.stoppedByBulkhead = 5;
        counters.fallbacks = 6;
        CallWatch watch;
        watch.add(report(u"orders-1"_s, charge, counters));
        watch.add(report(u"orders-2"_s, charge, counters));
        watch.add(report(u"orders-2"_s, charge, counters));
        watch.add(report(u"orders-2"_s, cart, counters));
        const auto calls = watch.calls({}, packaging());
        QCOMPARE(calls.size(), 2U);
        QCOMPARE(calls[0].link, cart);
        QVERIFY(!calls[0].crossesUnits);
        QCOMPARE(calls[0].calls, 10U);
        QCOMPARE(calls[1].link, charge);
        QVERIFY(calls[1].crossesUnits);
        QCOMPARE(calls[1].calls, 30U);
        QCOMPARE(calls[1].failed, 12U);
        QCOMPARE(calls[1].degraded, 3U);
        QCOMPARE(calls[1].retries, 6U);
        QCOMPARE(calls[1].stoppedByBreaker, 9U);
        QCOMPARE(calls[1].stoppedByBulkhead, 15U);
        QCOMPARE(calls[1].fallbacks, 18U);
        QVERIFY(!calls[1].breaker);
    }

    void tellsTheWorstBreakerOfThoseWhoRun()
    {
        CallWatch watch;
        auto first = report(u"orders-1"_s, charge, {});
        first.telemetry.breakers.insert(charge, BreakerState::HalfOpen);
        auto second = report(u"orders-2"_s, charge, {});
        second.telemetry.breakers.insert(charge, BreakerState::Open);
        watch.add(first);
        watch.add(second);
        const auto breaker = [&](InstanceState one, InstanceState two) {
            return watch.calls({instance(u"orders-1"_s, one), instance(u"orders-2"_s, two)}, packaging())
                .front()
                .breaker;
        };
        using enum InstanceState;
        QCOMPARE(breaker(Healthy, Healthy), BreakerState::Open);
        QCOMPARE(breaker(Healthy, Crashed), BreakerState::HalfOpen);
        QCOMPARE(breaker(Starting, Stopped), std::nullopt);
        second.telemetry.breakers.clear(); // its policies have none any more
        watch.add(second);
        QCOMPARE(breaker(Healthy, Healthy), BreakerState::HalfOpen);
    }
};

QTEST_GUILESS_MAIN(TestCallWatch)
#include "tst_callwatch.moc"
