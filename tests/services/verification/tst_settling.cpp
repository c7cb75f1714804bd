// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/verification/settling.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::verification;
using model::operation::FaultKind;
using model::operation::FaultSetting;

namespace {

Tally tally(int attempts, int succeeded, int degraded = 0, int late = 0)
{
    return {attempts, succeeded, degraded, late};
}

States one(const Tally &tally)
{
    return {{{u"buy"_s}, tally}};
}

Trial trial(FaultKind kind)
{
    model::operation::Fault fault;
    fault.kind = kind;
    return {{fault}, 1};
}

} // namespace

// When what was measured may be believed.
class TestSettling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waitsUntilTheStatesStay();
    void waitsForAttempts();
    void waitsUntilTheLateAreLost();
    void endsAtLast();
    void givesHangsTheTimeToFillUp();
};

void TestSettling::waitsUntilTheStatesStay()
{
    Settling settling(Settling::Options{});
    QVERIFY(!settling.isSettled(one(tally(20, 20)), 1s));
    QVERIFY(!settling.isSettled(one(tally(20, 20)), 3900ms)); // too early
    QVERIFY(!settling.isSettled(one(tally(20, 0)), 4s)); // has just turned
    QVERIFY(!settling.isSettled(one(tally(20, 0)), 5900ms));
    QVERIFY(settling.isSettled(one(tally(20, 1)), 6s));
}

void TestSettling::waitsForAttempts()
{
    Settling settling(Settling::Options{});
    QVERIFY(!settling.isSettled(one(tally(4, 0)), 1s));
    QVERIFY(!settling.isSettled(one(tally(4, 0)), 3s)); // four are not enough ...
    QVERIFY(settling.isSettled(one(tally(4, 0)), 5s)); // ... but no more will come
}

void TestSettling::waitsUntilTheLateAreLost()
{
    Settling::Options options;
    options.lostAfter = 15s;
    Settling settling(options);
    QVERIFY(!settling.isSettled(one(tally(20, 20, 20, 20)), 3s));
    QVERIFY(!settling.isSettled(one(tally(20, 20, 20, 20)), 12s));
    QVERIFY(!settling.isSettled(one(tally(20, 0)), 17s));
    QVERIFY(settling.isSettled(one(tally(20, 0)), 19s));
    Settling fallback(options); // degraded, but not for being late
    QVERIFY(!fallback.isSettled(one(tally(20, 20, 20)), 3s));
    QVERIFY(fallback.isSettled(one(tally(20, 20, 20)), 5s));
}

void TestSettling::endsAtLast()
{
    Settling settling(Settling::Options{});
    for (auto since = 1s; since < 45s; since += 1s)
        QVERIFY(!settling.isSettled(one(tally(20, since.count() % 2 == 0 ? 20 : 0)), since));
    QVERIFY(settling.isSettled(one(tally(20, 0)), 45s));
}

void TestSettling::givesHangsTheTimeToFillUp()
{
    Shape shape;
    model::system::Capability capability;
    capability.id = {u"shop"_s};
    capability.inFlightLimit = 200;
    shape.system.capabilities = {capability};
    shape.system.journeys = {{}, {}};
    shape.packaging.units = {{{u"shop"_s}, {}, {{u"shop"_s}}, 1}};
    shape.shoppersPerSecond = 20; // ten for each journey
    QCOMPARE(Settling::optionsFor(shape, trial(FaultKind::Crash)).atLeast, 4000ms);
    QCOMPARE(Settling::optionsFor(shape, trial(FaultKind::Hang)).atLeast, 29'000ms);
    shape.policies = model::operation::usualPolicies();
    QCOMPARE(Settling::optionsFor(shape, trial(FaultKind::Hang)).atLeast, 9000ms);
    QCOMPARE(Settling::optionsFor(shape, trial(FaultKind::LinkLoss)).window, 8000ms);
    auto some = trial(FaultKind::Errors);
    some.faults.front().settings.insert(FaultSetting::Share, 0.2);
    QCOMPARE(Settling::optionsFor(shape, some).window, 8000ms);
}

QTEST_GUILESS_MAIN(TestSettling)
#include "tst_settling.moc"
