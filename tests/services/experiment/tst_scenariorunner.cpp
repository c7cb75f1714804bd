// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results.h"

#include <model/operation/faulttext.h>
#include <services/experiment/scenariorunner.h>

#include <QSignalSpy>
#include <QTest>

#include <tests/support/faketimers.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::experiment;
using namespace tests::experiment;
using namespace model::operation;
using model::result::failure;
using model::result::Kind;
using model::system::PackagingId;

namespace {

// A fleet of one instance which writes down what is done to it. Boots in as much time as the test says.
class FakeSubject final : public Subject
{
public:
    FakeSubject(QString id, services::waiting::Timers &timers)
        : m_id{std::move(id)}
        , m_timers(timers)
    {
    }

    PackagingId id() const override { return m_id; }
    QString title() const override { return m_id.value; }
    Result<void> crash(const Target &target) override
    {
        if (target.capability.value == u"nothing")
            return failure(Kind::NotFound, u"no such thing"_s);
        note(u"crash %1"_s.arg(target.capability.value));
        m_healthyFrom = Instant::max();
        return {};
    }
    Result<void> restart(const Target &target) override
    {
        note(u"restart %1"_s.arg(target.capability.value));
        m_healthyFrom = m_timers.now() + boot;
        return {};
    }
    QCoro::Task<Result<void>> scale(Target target, int instances) override
    {
        note(u"scale %1 to %2"_s.arg(target.capability.value).arg(instances));
        Result<void> done;
        if (!scalesWell)
            done = failure(Kind::Unavailable, u"it does not boot"_s);
        co_return done;
    }
    void setPolicies(const PolicyChange &change) override { policies.append(words(change)); }
    void setSafeguard(Safeguard safeguard, bool on) override { safeguards.set(safeguard, on); }
    Result<void> autoscale(const Target &target, std::optional<Autoscaling> settings) override
    {
        note(u"autoscale %1 up to %2"_s.arg(target.capability.value).arg(settings ? settings->most : 0));
        return {};
    }
    Result<void> inject(const Fault &fault) override
    {
        note(u"inject %1"_s.arg(textOf(fault)));
        inForce.push_back(fault);
        return {};
    }
    Result<void> lift(const Fault &fault) override
    {
        if (std::erase(inForce, fault) == 0)
            return failure(Kind::NotFound, u"not in force"_s);
        note(u"lift %1"_s.arg(textOf(fault)));
        return {};
    }
    std::vector<Fault> faultsInForce() const override { return inForce; }
    void setShoppersPerSecond(double rate) override { note(u"%1 shoppers/s"_s.arg(rate)); }
    bool isHealthy() const override { return m_timers.now() >= m_healthyFrom; }
    Tally tally(const model::system::JourneyId &) const override
    {
        return isHealthy() ? Tally{1, 1, 0} : Tally{1, 0, 0};
    }
    bool isQuiet() const override { return attemptsUnderWay == 0; }
    std::chrono::milliseconds longestAttempt() const override { return longest; }
    void endAttempts() override
    {
        note(u"end attempts"_s);
        attemptsUnderWay = 0;
    }

    QStringList done; // each with its moment in ms
    QStringList policies; // which it was given
    Safeguards safeguards;
    std::chrono::milliseconds boot{500};
    int attemptsUnderWay = 0;
    std::chrono::milliseconds longest{5000};
    bool scalesWell = true;
    std::vector<Fault> inForce;

private:
    void note(const QString &what)
    {
        const auto since = std::chrono::round<std::chrono::milliseconds>(m_timers.now() - at(0ms));
        done.append(u"%1: %2"_s.arg(since.count()).arg(what));
    }

    PackagingId m_id;
    services::waiting::Timers &m_timers;
    Instant m_healthyFrom{};
};

using Played = std::optional<Result<std::vector<FleetRecord>>>;

QCoro::Task<> keep(QCoro::Task<Result<std::vector<FleetRecord>>> task, Played *played)
{
    *played = co_await task;
}

} // namespace

// Scenarios on a test's clock.
class TestScenarioRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void doesEachActionToAllFleetsAtOnce();
    void doesWhatIsMeantForOneFleetToThatOnly();
    void recordsTheFaultWithItsHealing();
    void injectsAndLiftsFaults();
    void liftsInTheEndWhatItHasInjected();
    void aSecondCrashBeforeHealingBelongsToTheFirst();
    void keepsEachFleetsResults();
    void keepsWhatIsSeenOfEachFleet();
    void keepsLateAttemptsThatDidNotEnd();
    void waitsForTheLastAttempts();
    void endsAttemptsThatHangForTooLong();
    void endsWithTheErrorOfAnAction();
    void goesOnAfterWaitingInVain();
    void tellsWhichFleetLetItWaitForAJourney();
    void goesOnWhenAFleetDoesNotScale();
    void waitsForAJourney();
    void setsPolicies();
    void switchesSafeguards();
    void stormsUntilTheTimeIsOver();
    void tellsWhatItDoes();
    void endsWithItsScope();

private:
    Scenario scenario(std::vector<Action> actions) const;
    Result<std::vector<FleetRecord>> play(const Scenario &scenario);

    std::unique_ptr<tests::support::FakeClock> m_clock;
    std::unique_ptr<tests::support::FakeTimers> m_timers;
    std::unique_ptr<services::waiting::WaitScope> m_scope;
    std::unique_ptr<FakeSubject> m_one;
    std::unique_ptr<FakeSubject> m_two;
    std::unique_ptr<ScenarioRunner> m_runner;
    const Target m_catalogue{{u"catalogue"_s}, 0, {}};
};

void TestScenarioRunner::init()
{
    m_clock = std::make_unique<tests::support::FakeClock>();
    m_timers = std::make_unique<tests::support::FakeTimers>(*m_clock);
    m_scope = std::make_unique<services::waiting::WaitScope>();
    m_one = std::make_unique<FakeSubject>(u"one"_s, *m_timers);
    m_two = std::make_unique<FakeSubject>(u"two"_s, *m_timers);
    m_runner = std::make_unique<ScenarioRunner>(
        ScenarioRunner::Stage{{m_one.get(), m_two.get()}, *m_scope, *m_timers});
}

void TestScenarioRunner::cleanup()
{
    m_scope->cancel();
    QVERIFY(m_scope->isIdle());
}

Scenario TestScenarioRunner::scenario(std::vector<Action> actions) const
{
    Scenario scenario;
    scenario.load = {10, 100ms};
    scenario.actions = std::move(actions);
    return scenario;
}

Result<std::vector<FleetRecord>> TestScenarioRunner::play(const Scenario &scenario)
{
    Played played;
    m_scope->spawn(keep(m_runner->play(scenario), &played));
    for (int step = 0; !played && step < 10'000; ++step)
        m_timers->advance(10ms);
    return played.value();
}

void TestScenarioRunner::doesEachActionToAllFleetsAtOnce()
{
    const auto played = play(scenario({Wait{200ms}, Crash{m_catalogue}, Wait{100ms}, Restart{m_catalogue},
                                       WaitUntilHealthy{{}, 5s}, SetLoad{3}, Scale{m_catalogue, 2},
                                       Autoscale{m_catalogue, Autoscaling{}}, Autoscale{m_catalogue, {}}}));
    QVERIFY(played.has_value());
    const QStringList expected{u"0: 10 shoppers/s"_s,
                               u"300: crash catalogue"_s,
                               u"400: restart catalogue"_s,
                               u"900: 3 shoppers/s"_s,
                               u"900: scale catalogue to 2"_s,
                               u"900: autoscale catalogue up to 6"_s,
                               u"900: autoscale catalogue up to 0"_s,
                               u"900: 0 shoppers/s"_s};
    QCOMPARE(m_one->done, expected);
    QCOMPARE(m_two->done, expected);
}

void TestScenarioRunner::doesWhatIsMeantForOneFleetToThatOnly()
{
    const Target two{{u"catalogue"_s}, 0, {u"two"_s}};
    const auto played
        = play(scenario({Crash{two}, Wait{100ms}, Restart{two}, WaitUntilHealthy{{u"one"_s}, 5s},
                         Scale{two, 2}, Autoscale{two, Autoscaling{}}}));
    QVERIFY(played.has_value());
    QCOMPARE(m_one->done.size(), 2); // the load, on and off
    QCOMPARE(m_two->done.size(), 6);
    QVERIFY(m_two->done.contains(u"200: scale catalogue to 2"_s)); // "one" is healthy all the time
    QVERIFY((*played)[0].faults.empty());
    QCOMPARE((*played)[1].faults.size(), 1u);
}

void TestScenarioRunner::injectsAndLiftsFaults()
{
    const auto slow = readFault(u"slow:catalogue"_s).value();
    const auto hang = readFault(u"hang:cart@two"_s).value();
    const auto played = play(scenario(
        {Inject{slow}, Inject{hang}, Wait{100ms}, Lift{slow, {}}, Wait{100ms}, Lift{}, Wait{100ms}}));
    QVERIFY(played.has_value());
    QCOMPARE(m_one->done.filter(u"catalogue"_s),
             (QStringList{u"100: inject slow:catalogue"_s, u"200: lift slow:catalogue"_s}));
    QCOMPARE(m_two->done.filter(u"cart"_s),
             (QStringList{u"100: inject hang:cart@two"_s, u"300: lift hang:cart@two"_s}));
    // No instance was ever unwell; it is the fault that has healed.
    const auto &one = (*played)[0].faults;
    QCOMPARE(one.size(), 1u);
    QCOMPARE(one[0].words, u"inject slow:catalogue"_s);
    QCOMPARE(one[0].restartedAt, at(200ms));
    QCOMPARE(one[0].healedAt, at(200ms));
    const auto &two = (*played)[1].faults;
    QCOMPARE(two.size(), 1u);
    QCOMPARE(two[0].healedAt, at(300ms));
}

void TestScenarioRunner::liftsInTheEndWhatItHasInjected()
{
    const auto slow = readFault(u"slow:catalogue"_s).value();
    const auto others = readFault(u"slow:cart"_s).value();
    m_one->inForce = {others};
    QVERIFY(play(scenario({Inject{slow}, Wait{100ms}})).has_value());
    QCOMPARE(m_one->inForce, std::vector{others});
    QVERIFY(m_two->inForce.empty());
    QVERIFY(!play(scenario({Inject{slow}, Crash{{{u"nothing"_s}, 0, {}}}})).has_value());
    QVERIFY(m_two->inForce.empty());
}

void TestScenarioRunner::recordsTheFaultWithItsHealing()
{
    m_two->boot = 900ms;
    const auto played
        = play(scenario({Wait{200ms}, Crash{m_catalogue}, Wait{400ms}, Restart{m_catalogue}, Wait{2s}}));
    QVERIFY(played.has_value());
    for (std::size_t fleet = 0; fleet < 2; ++fleet) {
        const auto &record = (*played)[fleet];
        QCOMPARE(record.begin, at(100ms));
        QCOMPARE(record.end, at(2700ms));
        QCOMPARE(record.faults.size(), 1u);
        QCOMPARE(record.faults[0].words, u"crash catalogue"_s);
        QCOMPARE(record.faults[0].at, at(300ms));
        QCOMPARE(record.faults[0].restartedAt, at(700ms));
        const auto healed = at(700ms) + (fleet == 0 ? 500ms : 900ms);
        QVERIFY(record.faults[0].healedAt >= healed && record.faults[0].healedAt <= healed + 20ms);
    }
}

void TestScenarioRunner::aSecondCrashBeforeHealingBelongsToTheFirst()
{
    const Target cart{{u"cart"_s}, 0, {}};
    const auto played = play(scenario(
        {Crash{m_catalogue}, Wait{100ms}, Crash{cart}, Wait{100ms}, Restart{cart}, Wait{1s}, Crash{cart}}));
    QVERIFY(played.has_value());
    const auto &faults = (*played)[0].faults;
    QCOMPARE(faults.size(), 2u);
    QCOMPARE(faults[0].words, u"crash catalogue, crash cart"_s);
    QCOMPARE(faults[1].words, u"crash cart"_s);
    QVERIFY(!faults[1].healedAt);
}

void TestScenarioRunner::keepsEachFleetsResults()
{
    m_runner->take({u"two"_s}, {{attempt(0ms, 'w'), attempt(1ms, 'x')}, 0, 3});
    m_runner->take({u"unknown"_s}, {{attempt(0ms, 'w')}, 0, 0});
    const auto played = play(scenario({Wait{20ms}}));
    QVERIFY((*played)[0].results.empty());
    QCOMPARE((*played)[1].results.size(), 2u);
    QCOMPARE((*played)[1].withoutShopper, 3);
}

void TestScenarioRunner::keepsWhatIsSeenOfEachFleet()
{
    Sighting sighting;
    sighting.at = at(5ms);
    sighting.capabilities.insert({u"cart"_s}, {7, 2});
    m_runner->look({u"two"_s}, sighting);
    m_runner->look({u"unknown"_s}, sighting);
    const auto played = play(scenario({Wait{20ms}}));
    QVERIFY((*played)[0].sightings.empty());
    QCOMPARE((*played)[1].sightings.size(), 1u);
    QCOMPARE((*played)[1].sightings[0].capabilities.value({u"cart"_s}).calls, quint64(7));
}

void TestScenarioRunner::keepsLateAttemptsThatDidNotEnd()
{
    auto ends = attempt(0ms, 'd');
    auto stays = attempt(0ms, 'd');
    ends.pending = stays.pending = true;
    m_runner->take({u"one"_s}, {{ends, stays}, 2, 0});
    ends.pending = false;
    ends.outcome = Outcome::Failed;
    m_runner->take({u"one"_s}, {{ends}, 1, 0});
    const auto played = play(scenario({Wait{20ms}}));
    const auto &results = (*played)[0].results;
    QCOMPARE(results.size(), 2u);
    QCOMPARE(results[0].outcome, Outcome::Failed);
    QVERIFY(results[1].pending);
}

void TestScenarioRunner::waitsForTheLastAttempts()
{
    m_one->attemptsUnderWay = 1;
    m_timers->at(at(1s), [this] { m_one->attemptsUnderWay = 0; });
    const auto played = play(scenario({Wait{20ms}}));
    QVERIFY(played.has_value());
    QVERIFY(m_timers->now() >= at(1s));
    QVERIFY(m_timers->now() < at(1200ms));
    QVERIFY((*played)[0].end < at(200ms)); // what comes later is not part of the run
}

void TestScenarioRunner::endsAttemptsThatHangForTooLong()
{
    m_one->attemptsUnderWay = 1; // for ever
    m_two->longest = 9s;
    const auto played = play(scenario({Wait{20ms}}));
    QVERIFY(played.has_value());
    QVERIFY(m_one->done.contains(u"10120: end attempts"_s)); // nobody waits as long as that
    QVERIFY(m_one->isQuiet());
    QVERIFY((*played)[0].end < at(200ms));
}

void TestScenarioRunner::endsWithTheErrorOfAnAction()
{
    const auto played = play(scenario({Crash{{{u"nothing"_s}, 0, {}}}, Wait{1h}}));
    QVERIFY(!played.has_value());
    QCOMPARE(played.error().kind, Kind::NotFound);
}

void TestScenarioRunner::goesOnAfterWaitingInVain()
{
    m_runner->take({u"one"_s}, {{attempt(200ms, 'x')}});
    const auto played = play(scenario(
        {Crash{m_catalogue}, WaitUntilHealthy{{}, 3s}, Restart{m_catalogue}, WaitUntilHealthy{{}, 3s}}));
    QVERIFY(played.has_value());
    for (const auto &record : *played) {
        QCOMPARE(record.vainWaits.size(), 1u);
        QCOMPARE(record.vainWaits[0].words, u"wait until all instances are healthy"_s);
        QCOMPARE(record.vainWaits[0].actual, u"not within 3000 ms"_s);
        QVERIFY(record.vainWaits[0].at > at(3100ms) && record.vainWaits[0].at < at(3200ms));
        QVERIFY(record.faults[0].healedAt.has_value()); // by the restart afterwards
    }
    QCOMPARE((*played)[0].results.size(), 1u); // nothing is thrown away
}

void TestScenarioRunner::tellsWhichFleetLetItWaitForAJourney()
{
    m_two->boot = 1h;
    const auto played = play(scenario({Crash{m_catalogue}, Restart{m_catalogue},
                                       WaitUntilJourney{{u"browse"_s}, JourneyState::Working, {}, 3s}}));
    QVERIFY((*played)[0].vainWaits.empty());
    QCOMPARE((*played)[1].vainWaits.size(), 1u);
    QVERIFY((*played)[1].vainWaits[0].words.contains(u"browse"_s));
}

void TestScenarioRunner::goesOnWhenAFleetDoesNotScale()
{
    m_one->scalesWell = false;
    const auto played = play(scenario({Scale{m_catalogue, 2}}));
    QVERIFY(played.has_value());
    QCOMPARE((*played)[0].vainWaits[0].words, u"scale catalogue to 2"_s);
    QCOMPARE((*played)[0].vainWaits[0].actual, u"it does not boot"_s);
    QVERIFY((*played)[1].vainWaits.empty());
    QVERIFY(m_two->done.contains(u"100: scale catalogue to 2"_s));
}

void TestScenarioRunner::waitsForAJourney()
{
    const auto played
        = play(scenario({Crash{m_catalogue}, Restart{m_catalogue},
                         WaitUntilJourney{{u"browse"_s}, JourneyState::Working, {}, 3s}, SetLoad{1}}));
    QVERIFY(played.has_value());
    QVERIFY(m_one->done.contains(u"600: 1 shoppers/s"_s));
}

void TestScenarioRunner::setsPolicies()
{
    auto scenario = this->scenario({SetPolicies{allPolicies(), {u"two"_s}}, SetPolicies{noPolicies(), {}}});
    scenario.policies = noPolicies();
    QVERIFY(play(scenario).has_value());
    QCOMPARE(m_one->policies, (QStringList{u"no policies"_s, u"no policies"_s}));
    QCOMPARE(m_two->policies, (QStringList{u"no policies"_s, u"all policies"_s, u"no policies"_s}));
}

void TestScenarioRunner::switchesSafeguards()
{
    auto scenario = this->scenario(
        {SetSafeguard{Safeguard::Outbox, false, {u"two"_s}}, SetSafeguard{Safeguard::SagaLog, true, {}}});
    scenario.safeguards.set(Safeguard::Inbox, false);
    scenario.safeguards.set(Safeguard::SagaLog, false);
    QVERIFY(play(scenario).has_value());
    QCOMPARE(m_one->safeguards.off(), std::vector{Safeguard::Inbox});
    QCOMPARE(m_two->safeguards.off(), (std::vector{Safeguard::Outbox, Safeguard::Inbox}));
}

void TestScenarioRunner::stormsUntilTheTimeIsOver()
{
    Storm storm;
    storm.duration = 20s;
    storm.capabilities = {{u"orders"_s}, {u"cart"_s}};
    storm.links = {{{u"orders"_s}, {u"cart"_s}}};
    const auto played = play(scenario({storm, Wait{1s}}));
    QVERIFY(played.has_value());
    QVERIFY(m_one->inForce.empty());
    const auto gusts = gustsOf(storm, 1);
    QCOMPARE(m_one->done.filter(u"inject"_s).size(), static_cast<int>(gusts.size()));
    QCOMPARE(m_one->done.filter(u"lift"_s).size(), static_cast<int>(gusts.size()));
    QCOMPARE(m_one->done, m_two->done);
    QVERIFY((*played)[0].end >= at(21s) && (*played)[0].end < at(24s));
}

void TestScenarioRunner::tellsWhatItDoes()
{
    QSignalSpy begun(m_runner.get(), &ScenarioRunner::actionBegun);
    play(scenario({Wait{20ms}, Crash{m_catalogue}}));
    QCOMPARE(begun.size(), 3);
    QCOMPARE(begun[1][0].toString(), u"wait 20 ms"_s);
    QCOMPARE(begun[2][0].toString(), u"crash catalogue"_s);
}

void TestScenarioRunner::endsWithItsScope()
{
    Played played;
    m_scope->spawn(keep(m_runner->play(scenario({Wait{1h}})), &played));
    m_timers->advance(1s);
    m_scope->cancel();
    QVERIFY(played.has_value());
    QCOMPARE(played->error().kind, Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestScenarioRunner)
#include "tst_scenariorunner.moc"
