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
    void looksLongerAtOneOfSeveral();
    void waitsForTheLastTurn();
    void waitsForThoseWhoWaitForMessages();
    void endsBeforeTheNextTurn();
    void asksMoreWhenItIsClose();
    void waitsForEnoughThatAreAlike();
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
    QCOMPARE(Settling::optionsFor(shape, trial(FaultKind::Crash), {}).atLeast, 4000ms);
    QCOMPARE(Settling::optionsFor(shape, trial(FaultKind::Hang), {}).atLeast, 29'000ms);
    shape.policies = model::operation::usualPolicies();
    QCOMPARE(Settling::optionsFor(shape, trial(FaultKind::Hang), {}).atLeast, 9000ms);
    QCOMPARE(Settling::optionsFor(shape, trial(FaultKind::LinkLoss), {}).window, 8000ms);
    auto some = trial(FaultKind::Errors);
    some.faults.front().settings.insert(FaultSetting::Share, 0.2);
    QCOMPARE(Settling::optionsFor(shape, some, {}).window, 8000ms);
}

void TestSettling::looksLongerAtOneOfSeveral()
{
    auto one = trial(FaultKind::Errors);
    const auto all = Settling::optionsFor({}, one, {}).window;
    QVERIFY(!Settling::isOfChance(one));
    one.faults.front().target.instance = 1;
    QVERIFY(Settling::isOfChance(one));
    QVERIFY(Settling::optionsFor({}, one, {}).window > all);
}

// What is predicted to change still is looked at afterwards, by those who began afterwards.
void TestSettling::waitsForTheLastTurn()
{
    const Shape shape;
    const auto after = [&shape](FaultKind kind, std::chrono::milliseconds last) {
        return Settling::optionsFor(shape, trial(kind), {last, {}});
    };
    QCOMPARE(after(FaultKind::Crash, 1s).atLeast, 5050ms); // such times are exact to one in twenty
    QCOMPARE(after(FaultKind::Crash, 10s).atLeast, 14'500ms);
    QCOMPARE(after(FaultKind::LinkLoss, 10s).atLeast, 20'500ms);
    const auto latest = after(FaultKind::LinkLoss, Settling::latestTurn);
    QVERIFY(latest.atLeast <= latest.atMost && latest.atMost <= Settling::latestEnd);
}

// A message is waited for up to 15 seconds: who began before the journey turned tells of before.
void TestSettling::waitsForThoseWhoWaitForMessages()
{
    model::system::Journey journey;
    QCOMPARE(Settling::overAfter(journey, 25s), 25s);
    journey.steps.emplace_back().until.emplace().lostAfter = 15s;
    QCOMPARE(Settling::overAfter(journey, 25s), 40s);
    QCOMPARE(Settling::overAfter(journey, 3s), 3s); // those are undecided until then
    QCOMPARE(Settling::overAfter(journey, 15'300ms), 15'300ms); // they turn it themselves
}

// What is too late to be waited for must not come in between.
void TestSettling::endsBeforeTheNextTurn()
{
    const Shape shape;
    const auto options = Settling::optionsFor(shape, trial(FaultKind::Crash), {2s, 46s});
    QCOMPARE(options.atMost, 43'700ms);
    QCOMPARE(Settling::optionsFor(shape, trial(FaultKind::Crash), {2s, 59s}).atMost, 45s);
    const auto close = Settling::optionsFor(shape, trial(FaultKind::Crash), {44s, 46s});
    QCOMPARE(close.atMost, close.atLeast); // there is no good time
}

void TestSettling::asksMoreWhenItIsClose()
{
    Settling settling(Settling::Options{});
    QVERIFY(!settling.isSettled(one(tally(20, 18)), 1s));
    QVERIFY(!settling.isSettled(one(tally(20, 18)), 4s)); // nine in ten: working, or not?
    QCOMPARE(settling.window(4s), 2000ms);
    QCOMPARE(settling.window(9s), 7000ms);
    QVERIFY(
        !settling.isSettled(one(tally(60, 45)), 8900ms)); // whoever looks all the time finds a lucky moment
    QVERIFY(settling.isSettled(one(tally(70, 52)), 9s)); // not
    Settling open(Settling::Options{});
    QVERIFY(!open.isSettled(one(tally(20, 18)), 1s));
    QVERIFY(!open.isSettled(one(tally(20, 18)), 4s));
    QVERIFY(!open.isSettled(one(tally(110, 99)), 13'900ms));
    QVERIFY(open.isSettled(one(tally(120, 108)), 14s)); // too close to call
    QCOMPARE(open.window(14s), open.longestWindow());
}

void TestSettling::waitsForEnoughThatAreAlike()
{
    Settling settling(Settling::Options{});
    QVERIFY(!settling.isSettled(one(tally(20, 20)), 1s));
    QVERIFY(!settling.isSettled(one(tally(20, 20)), 4s)); // one in ten may still fail
    QVERIFY(!settling.isSettled(one(tally(24, 24)), 4400ms));
    QVERIFY(settling.isSettled(one(tally(25, 25)), 4500ms)); // as soon as they are enough
    Settling mixed(Settling::Options{});
    QVERIFY(!mixed.isSettled(one(tally(20, 20)), 1s));
    QVERIFY(!mixed.isSettled(one(tally(20, 20)), 4s));
    QVERIFY(!mixed.isSettled(one(tally(22, 20)), 4200ms)); // it was luck: now it is close
    QVERIFY(!mixed.isSettled(one(tally(40, 38)), 6s));
    QVERIFY(!mixed.isSettled(one(tally(200, 198)), 8900ms)); // which is looked at now and then
    QVERIFY(mixed.isSettled(one(tally(200, 198)), 9s));
    Settling rare(Settling::Options{});
    QVERIFY(!rare.isSettled(one(tally(6, 6)), 1s));
    QVERIFY(!rare.isSettled(one(tally(6, 6)), 4s));
    QVERIFY(!rare.isSettled(one(tally(9, 9)), 13'900ms));
    QVERIFY(rare.isSettled(one(tally(9, 9)), 14s)); // too few to call
}

QTEST_GUILESS_MAIN(TestSettling)
#include "tst_settling.moc"
