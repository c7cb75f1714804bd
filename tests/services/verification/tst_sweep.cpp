// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/verification/findingsjson.h>
#include <services/verification/sweep.h>
#include <services/waiting/pending.h>

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <tests/model/schema/outputs.h>
#include <tests/support/faketimers.h>
#include <tests/support/waitfor.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::verification;
using model::operation::Fault;
using model::result::failure;
using model::result::Kind;

namespace {

Trial trial(const QString &capability)
{
    Fault fault;
    fault.target.capability = {capability};
    return {{fault}, 1};
}

// What a machine does to trials, as a test says; each takes ten seconds.
struct World
{
    explicit World(tests::support::FakeTimers &time)
        : timers(time)
    {
    }

    tests::support::FakeTimers &timers;
    std::map<QString, int> lateTimes; // how often the machine does not keep up, by capability
    std::map<QString, int> wrongTimes; // how often customers fare worse than predicted, by capability
    int badOpenings = 0; // fleets which do not work well even without a fault
    Kind badKind = Kind::Unavailable;
    QStringList played; // capabilities
    int opened = 0;
};

class ScriptedLane final : public Lane
{
public:
    ScriptedLane(World &world, services::waiting::WaitScope &scope)
        : m_world(world)
        , m_scope(scope)
    {
    }

    QCoro::Task<Result<void>> open(std::shared_ptr<const Shape>) override
    {
        ++m_world.opened;
        if (m_world.badOpenings-- > 0)
            co_return failure(m_world.badKind, u"it does not work well even without a fault"_s);
        co_return Result<void>();
    }
    QCoro::Task<Result<TrialOutcome>> play(Trial trial) override
    {
        const auto name = trial.faults.front().target.capability.value;
        m_world.played.append(name);
        const auto slept = co_await services::waiting::sleepFor(m_scope, m_world.timers, 10s);
        if (!slept)
            co_return failure(slept.error());
        TrialOutcome outcome;
        outcome.trial = std::move(trial);
        const auto said = m_world.wrongTimes[name]-- > 0 ? JourneyState::Working : JourneyState::Down;
        outcome.journeys = {Comparison{{u"buy"_s}, {said, {}}, {9, 0}, JourneyState::Down, {}}};
        outcome.pace.woke(m_world.lateTimes[name]-- > 0 ? 1s : 0s);
        co_return outcome;
    }
    QCoro::Task<> close() override { co_return; }

private:
    World &m_world;
    services::waiting::WaitScope &m_scope;
};

} // namespace

// In which order trials are played, and which of them count.
class TestSweep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void playsEachTrialOnce();
    void playsHalfAsManyBesideOneThatTakesAProcessor();
    void sharesTheTrialsOfOneShapeAmongLanes();
    void repeatsWhatTheMachineDidNotKeepUpWith();
    void repeatsOnAFewFleetsBeforeOneAlone();
    void givesUpInTheEnd();
    void triesAFleetAgainThatDoesNotWorkWell();
    void doesNotTryAgainWhatNeverHelps();
    void goesOnWithFewerFleets();
    void goesOnWithMoreAgain();
    void endsThoughTheFirstFleetEndedBefore();
    void tellsWhatThereWasNoTimeToRepeat();
    void triesAgainAloneWhatDisagrees();
    void countsWhatDisagreesTwice();
    void doesNotDoubtEverything();
    void countsWhatThereWasNoTimeToDoubt();
    void doesNotCountWhatIsTooClose();

private:
    Findings swept(const std::vector<QString> &names,
                   Sweep::Options options = oneLane(),
                   const std::vector<QString> &heavy = {});
    static Sweep::Options oneLane();

    std::unique_ptr<tests::support::FakeClock> m_clock;
    std::unique_ptr<tests::support::FakeTimers> m_timers;
    std::unique_ptr<World> m_world;
    QList<int> m_slowedDown;
    QList<int> m_spedUp;
};

void TestSweep::init()
{
    m_clock = std::make_unique<tests::support::FakeClock>();
    m_timers = std::make_unique<tests::support::FakeTimers>(*m_clock);
    m_world = std::make_unique<World>(*m_timers);
    m_slowedDown.clear();
    m_spedUp.clear();
}

Sweep::Options TestSweep::oneLane()
{
    Sweep::Options options;
    options.lanes = 1;
    return options;
}

Findings
TestSweep::swept(const std::vector<QString> &names, Sweep::Options options, const std::vector<QString> &heavy)
{
    services::waiting::WaitScope scope;
    const auto make = [&](int) { return std::make_unique<ScriptedLane>(*m_world, scope); };
    Series series{std::make_shared<const Shape>(), {}, Company::Many};
    std::ranges::transform(names, std::back_inserter(series.trials), trial);
    Series half{series.shape, {}, Company::Half};
    std::ranges::transform(heavy, std::back_inserter(half.trials), trial);
    Sweep sweep({series, half}, {scope, *m_timers, make}, options);
    connect(&sweep, &Sweep::slowedDown, this, [this](int lanes) { m_slowedDown.append(lanes); });
    connect(&sweep, &Sweep::spedUp, this, [this](int lanes) { m_spedUp.append(lanes); });
    auto findings = std::make_shared<std::optional<Result<Findings>>>();
    const auto running = tests::support::detail::keepResult(sweep.run(), findings);
    for (int i = 0; i < 1000 && !findings->has_value(); ++i)
        m_timers->advance(1s);
    scope.cancel();
    return *findings && **findings ? ***findings : Findings();
}

void TestSweep::playsEachTrialOnce()
{
    const auto findings = swept({u"a"_s, u"b"_s});
    QCOMPARE(m_world->played, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(findings.played(), 2);
    QCOMPARE(findings.repeats, 0);
    QCOMPARE(findings.agreed(), 2);
}

void TestSweep::playsHalfAsManyBesideOneThatTakesAProcessor()
{
    auto options = oneLane();
    options.lanes = 4;
    options.trialsAtOnce = 1;
    const auto begin = m_timers->now();
    const auto findings
        = swept({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s}, options, {u"x"_s, u"y"_s});
    QCOMPARE(findings.played(), 10);
    QCOMPARE(m_timers->now() - begin, 30s); // one and two others, twice, and then four
    QVERIFY(m_world->played.indexOf(u"y"_s) > 2);
}

void TestSweep::sharesTheTrialsOfOneShapeAmongLanes()
{
    auto options = oneLane();
    options.lanes = 2;
    options.trialsAtOnce = 2;
    const auto begin = m_timers->now();
    QCOMPARE(swept({u"a"_s, u"b"_s, u"c"_s, u"d"_s}, options).played(), 4);
    QCOMPARE(m_world->played, (QStringList{u"a"_s, u"c"_s, u"b"_s, u"d"_s}));
    QCOMPARE(m_timers->now() - begin, 20s);
}

void TestSweep::repeatsWhatTheMachineDidNotKeepUpWith()
{
    m_world->lateTimes[u"a"_s] = 2;
    const auto findings = swept({u"a"_s, u"b"_s});
    QCOMPARE(m_world->played, (QStringList{u"a"_s, u"b"_s, u"a"_s, u"a"_s}));
    QCOMPARE(findings.played(), 2);
    QCOMPARE(findings.repeats, 2);
    QCOMPARE(findings.notKeptUp(), 0);
    QCOMPARE(findings.coverage(), 1.0);
}

void TestSweep::repeatsOnAFewFleetsBeforeOneAlone()
{
    auto options = oneLane();
    options.lanes = 8;
    options.trialsAtOnce = 1;
    m_world->lateTimes = {{u"a"_s, 2}, {u"b"_s, 2}};
    const auto begin = m_timers->now();
    const auto findings = swept({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s}, options);
    QCOMPARE(m_world->played.mid(8), (QStringList{u"a"_s, u"b"_s, u"a"_s, u"b"_s}));
    QCOMPARE(m_timers->now() - begin, 40s); // all, both together, and each alone
    QCOMPARE(findings.played(), 8);
    QCOMPARE(findings.repeats, 4);
}

void TestSweep::givesUpInTheEnd()
{
    m_world->lateTimes[u"a"_s] = 3;
    const auto findings = swept({u"a"_s, u"b"_s});
    QCOMPARE(m_world->played.count(u"a"_s), 3);
    QCOMPARE(findings.played(), 1);
    QCOMPARE(findings.notKeptUp(), 1);
    QCOMPARE(findings.coverage(), 0.5);
    QCOMPARE(findings.compared(), 1); // neither agreement nor disagreement
    const auto json = toJson(findings);
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, json), QStringList());
    QCOMPARE(json[u"repeats"_s].toInt(), 2);
    QCOMPARE(json[u"notKeptUp"_s].toInt(), 1);
    const auto notPlayed = json[u"notPlayed"_s].toArray();
    QCOMPARE(notPlayed.size(), 1);
    QCOMPARE(notPlayed[0][u"why"_s].toString(),
             u"the machine did not keep up: 1 of 1 looks came more than 100 ms late"_s);
}

void TestSweep::triesAFleetAgainThatDoesNotWorkWell()
{
    m_world->badOpenings = 1;
    QCOMPARE(swept({u"a"_s, u"b"_s}).played(), 2);
    QCOMPARE(m_world->opened, 2);
    m_world->badOpenings = 100;
    const auto findings = swept({u"a"_s, u"b"_s});
    QCOMPARE(findings.played(), 0);
    QCOMPARE(findings.notKeptUp(), 2);
}

void TestSweep::doesNotTryAgainWhatNeverHelps()
{
    m_world->badOpenings = 100;
    m_world->badKind = Kind::ReadOnly;
    const auto findings = swept({u"a"_s, u"b"_s});
    QCOMPARE(m_world->opened, 1);
    QCOMPARE(findings.played(), 0);
    QCOMPARE(findings.notKeptUp(), 0);
    QCOMPARE(findings.coverage(), 0.0);
}

void TestSweep::goesOnWithFewerFleets()
{
    auto options = oneLane();
    options.lanes = 4;
    options.trialsAtOnce = 1;
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
        m_world->lateTimes[name] = 1;
    const auto findings = swept({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s}, options);
    QCOMPARE(m_slowedDown, QList<int>{3});
    QCOMPARE(findings.played(), 8);
    QCOMPARE(findings.repeats, 3);
}

void TestSweep::goesOnWithMoreAgain()
{
    auto options = oneLane();
    options.lanes = 4;
    options.trialsAtOnce = 5;
    for (const auto &name : {u"0"_s, u"1"_s, u"5"_s})
        m_world->lateTimes[name] = 1;
    std::vector<QString> names;
    for (int each = 0; each < 60; ++each)
        names.push_back(QString::number(each));
    QCOMPARE(swept(names, options).played(), 60);
    QCOMPARE(m_slowedDown, QList<int>{3});
    QCOMPARE(m_spedUp, QList<int>{4});
}

// The second fleet has trials left when it becomes the only one that may go on, and the first has none.
void TestSweep::endsThoughTheFirstFleetEndedBefore()
{
    auto options = oneLane();
    options.lanes = 2;
    options.trialsAtOnce = 5;
    for (const auto &name : {u"5"_s, u"6"_s, u"7"_s})
        m_world->lateTimes[name] = 1;
    std::vector<QString> names;
    for (int each = 0; each < 10; ++each)
        names.push_back(QString::number(each));
    const auto findings = swept(names, options, {u"x"_s, u"y"_s, u"z"_s}); // beside them one fleet only
    QCOMPARE(findings.played(), 13);
    QCOMPARE(findings.repeats, 3);
    QCOMPARE(m_slowedDown, QList<int>{1});
}

void TestSweep::tellsWhatThereWasNoTimeToRepeat()
{
    m_world->lateTimes[u"a"_s] = 1;
    auto options = oneLane();
    options.budget = 15s;
    const auto findings = swept({u"a"_s, u"b"_s, u"c"_s}, options);
    QCOMPARE(m_world->played, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(findings.played(), 1);
    QCOMPARE(findings.notKeptUp(), 1);
}

void TestSweep::triesAgainAloneWhatDisagrees()
{
    m_world->wrongTimes[u"a"_s] = 1;
    auto options = oneLane();
    options.lanes = 2;
    options.trialsAtOnce = 1;
    const auto findings = swept({u"a"_s, u"b"_s, u"c"_s}, options);
    QCOMPARE(m_world->played, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"a"_s}));
    QCOMPARE(findings.played(), 3);
    QCOMPARE(findings.agreed(), 3);
    QCOMPARE(findings.repeats, 0); // the machine kept up
    const auto json = toJson(findings);
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, json), QStringList());
    QCOMPARE(json[u"disagreements"_s].toArray().size(), 0);
    const auto unconfirmed = json[u"unconfirmed"_s].toArray();
    QCOMPARE(unconfirmed.size(), 1);
    QCOMPARE(unconfirmed[0][u"predicted"_s].toString(), u"working"_s);
    QCOMPARE(unconfirmed[0][u"measured"_s].toString(), u"down"_s);
}

void TestSweep::countsWhatDisagreesTwice()
{
    m_world->wrongTimes[u"a"_s] = 2;
    const auto findings = swept({u"a"_s, u"b"_s});
    QCOMPARE(m_world->played, (QStringList{u"a"_s, u"b"_s, u"a"_s}));
    QCOMPARE(findings.played(), 2);
    QCOMPARE(findings.agreed(), 1);
    QVERIFY(findings.unconfirmed.empty());
}

void TestSweep::doesNotDoubtEverything()
{
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
        m_world->wrongTimes[name] = 1;
    auto options = oneLane();
    options.mostDoubts = 2;
    const auto findings = swept({u"a"_s, u"b"_s, u"c"_s}, options);
    QCOMPARE(m_world->played.size(), 5);
    QCOMPARE(findings.played(), 3);
    QCOMPARE(findings.agreed(), 2);
    QCOMPARE(findings.unconfirmed.size(), std::size_t(2));
}

void TestSweep::countsWhatThereWasNoTimeToDoubt()
{
    m_world->wrongTimes[u"a"_s] = 1;
    auto options = oneLane();
    options.budget = 15s;
    const auto findings = swept({u"a"_s, u"b"_s, u"c"_s}, options);
    QCOMPARE(m_world->played, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(findings.played(), 2);
    QCOMPARE(findings.agreed(), 1);
    QCOMPARE(findings.notKeptUp(), 0);
}

void TestSweep::doesNotCountWhatIsTooClose()
{
    Comparison right{{u"buy"_s}, {JourneyState::Down, {}}, {9, 0}, JourneyState::Down, {}};
    Comparison wrong{{u"look"_s}, {JourneyState::Working, {}}, {9, 0}, JourneyState::Down, {}};
    Comparison close{{u"pay"_s}, {JourneyState::Working, {}}, {20, 17}, JourneyState::Degraded, {}, false};
    Findings findings;
    findings.outcomes.resize(1);
    findings.outcomes.front().journeys = {right, wrong, close};
    QCOMPARE(findings.compared(), 2);
    QCOMPARE(findings.agreed(), 1);
    QCOMPARE(findings.tooCloseToCall(), 1);
    QCOMPARE(findings.unmeasured(), 0);
    QCOMPARE(findings.confusion().size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(TestSweep)
#include "tst_sweep.moc"
