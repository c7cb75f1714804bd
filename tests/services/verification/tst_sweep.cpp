// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedsweep.h"

#include <services/verification/findingsjson.h>

#include <QJsonArray>
#include <QTest>

#include <tests/model/schema/outputs.h>

using namespace tests::verification;

namespace {

const std::vector<QString> eight{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s};

} // namespace

// In which order trials are played, and what happens when they come to nothing.
class TestSweep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_sweep = std::make_unique<ScriptedSweep>(); }
    void playsEachTrialOnce();
    void playsHalfAsManyBesideOneThatTakesAProcessor();
    void sharesTheTrialsOfOneShapeAmongLanes();
    void repeatsWhatTheMachineDidNotKeepUpWith();
    void repeatsOnAFewFleetsBeforeOneAlone();
    void givesUpInTheEnd();
    void triesAFleetAgainThatDoesNotWorkWell();
    void doesNotTryAgainWhatNeverHelps();
    void goesOnWithFewerFleets();
    void countsAStandstillOnce();
    void goesOnWithMoreAgain();
    void endsThoughTheFirstFleetEndedBefore();
    void tellsWhatThereWasNoTimeToRepeat();

private:
    std::unique_ptr<ScriptedSweep> m_sweep;
};

void TestSweep::playsEachTrialOnce()
{
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s});
    QCOMPARE(m_sweep->world.played, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(findings.played(), 2);
    QCOMPARE(findings.repeats, 0);
    QCOMPARE(findings.agreed(), 2);
}

void TestSweep::playsHalfAsManyBesideOneThatTakesAProcessor()
{
    auto options = ScriptedSweep::oneLane();
    options.lanes = 4;
    options.trialsAtOnce = 1;
    const auto begin = m_sweep->timers.now();
    const auto findings = m_sweep->swept(eight, options, {u"x"_s, u"y"_s});
    QCOMPARE(findings.played(), 10);
    QCOMPARE(m_sweep->timers.now() - begin, 30s); // one and two others, twice, and then four
    QVERIFY(m_sweep->world.played.indexOf(u"y"_s) > 2);
}

void TestSweep::sharesTheTrialsOfOneShapeAmongLanes()
{
    auto options = ScriptedSweep::oneLane();
    options.lanes = 2;
    options.trialsAtOnce = 2;
    const auto begin = m_sweep->timers.now();
    QCOMPARE(m_sweep->swept({u"a"_s, u"b"_s, u"c"_s, u"d"_s}, options).played(), 4);
    QCOMPARE(m_sweep->world.played, (QStringList{u"a"_s, u"c"_s, u"b"_s, u"d"_s}));
    QCOMPARE(m_sweep->timers.now() - begin, 20s);
}

void TestSweep::repeatsWhatTheMachineDidNotKeepUpWith()
{
    m_sweep->world.lateTimes[u"a"_s] = 2;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s});
    QCOMPARE(m_sweep->world.played, (QStringList{u"a"_s, u"b"_s, u"a"_s, u"a"_s}));
    QCOMPARE(findings.played(), 2);
    QCOMPARE(findings.repeats, 2);
    QCOMPARE(findings.notKeptUp(), 0);
    QCOMPARE(findings.coverage(), 1.0);
}

void TestSweep::repeatsOnAFewFleetsBeforeOneAlone()
{
    auto options = ScriptedSweep::oneLane();
    options.lanes = 8;
    options.trialsAtOnce = 1;
    m_sweep->world.lateTimes = {{u"a"_s, 2}, {u"b"_s, 2}};
    const auto begin = m_sweep->timers.now();
    const auto findings = m_sweep->swept(eight, options);
    QCOMPARE(m_sweep->world.played.mid(8), (QStringList{u"a"_s, u"b"_s, u"a"_s, u"b"_s}));
    QCOMPARE(m_sweep->timers.now() - begin, 40s); // all, both together, and each alone
    QCOMPARE(findings.played(), 8);
    QCOMPARE(findings.repeats, 4);
}

void TestSweep::givesUpInTheEnd()
{
    m_sweep->world.lateTimes[u"a"_s] = 3;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s});
    QCOMPARE(m_sweep->world.played.count(u"a"_s), 3);
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
    m_sweep->world.badOpenings = 1;
    QCOMPARE(m_sweep->swept({u"a"_s, u"b"_s}).played(), 2);
    QCOMPARE(m_sweep->world.opened, 2);
    m_sweep->world.badOpenings = 100;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s});
    QCOMPARE(findings.played(), 0);
    QCOMPARE(findings.notWell(), 2);
    QCOMPARE(findings.notKeptUp(), 0); // which nobody knows
    const auto json = toJson(findings);
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, json), QStringList());
    QCOMPARE(json[u"notWell"_s].toInt(), 2);
    QCOMPARE(json[u"notPlayed"_s][0][u"why"_s].toString(), u"it does not work well even without a fault"_s);
}

void TestSweep::doesNotTryAgainWhatNeverHelps()
{
    m_sweep->world.badOpenings = 100;
    m_sweep->world.badKind = Kind::ReadOnly;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s});
    QCOMPARE(m_sweep->world.opened, 1);
    QCOMPARE(findings.played(), 0);
    QCOMPARE(findings.notKeptUp(), 0);
    QCOMPARE(findings.notWell(), 0);
    QCOMPARE(findings.coverage(), 0.0);
    QCOMPARE(toJson(findings)[u"notPlayed"_s].toArray().size(), 2); // and are not forgotten
}

void TestSweep::goesOnWithFewerFleets()
{
    auto options = ScriptedSweep::oneLane();
    options.lanes = 4;
    options.trialsAtOnce = 1;
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
        m_sweep->world.lateTimes[name] = 1;
    const auto findings = m_sweep->swept(eight, options);
    QCOMPARE(m_sweep->slowedDown, QList<int>{3});
    QCOMPARE(findings.played(), 8);
    QCOMPARE(findings.repeats, 3);
}

// Whoever was under way when the machine stood still is late, which is one reason to go on with fewer.
void TestSweep::countsAStandstillOnce()
{
    auto options = ScriptedSweep::oneLane();
    options.lanes = 8;
    options.trialsAtOnce = 1;
    for (const auto &name : eight)
        m_sweep->world.lateTimes[name] = 1;
    const auto findings = m_sweep->swept(eight, options);
    QCOMPARE(m_sweep->slowedDown, QList<int>{7});
    QCOMPARE(findings.played(), 8);
    QCOMPARE(findings.repeats, 8);
}

void TestSweep::goesOnWithMoreAgain()
{
    auto options = ScriptedSweep::oneLane();
    options.lanes = 4;
    options.trialsAtOnce = 5;
    for (const auto &name : {u"0"_s, u"1"_s, u"5"_s})
        m_sweep->world.lateTimes[name] = 1;
    std::vector<QString> names;
    for (int each = 0; each < 60; ++each)
        names.push_back(QString::number(each));
    QCOMPARE(m_sweep->swept(names, options).played(), 60);
    QCOMPARE(m_sweep->slowedDown, QList<int>{3});
    QCOMPARE(m_sweep->spedUp, QList<int>{4});
}

// The second fleet has trials left when it becomes the only one that may go on, and the first has none.
void TestSweep::endsThoughTheFirstFleetEndedBefore()
{
    auto options = ScriptedSweep::oneLane();
    options.lanes = 2;
    options.trialsAtOnce = 5;
    for (const auto &name : {u"5"_s, u"6"_s, u"7"_s})
        m_sweep->world.lateTimes[name] = 1;
    std::vector<QString> names;
    for (int each = 0; each < 10; ++each)
        names.push_back(QString::number(each));
    // Beside x, y and z there is one fleet only.
    const auto findings = m_sweep->swept(names, options, {u"x"_s, u"y"_s, u"z"_s});
    QCOMPARE(findings.played(), 13);
    QCOMPARE(findings.repeats, 3);
    QCOMPARE(m_sweep->slowedDown, QList<int>{1});
}

void TestSweep::tellsWhatThereWasNoTimeToRepeat()
{
    m_sweep->world.lateTimes[u"a"_s] = 1;
    auto options = ScriptedSweep::oneLane();
    options.budget = 15s;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s, u"c"_s}, options);
    QCOMPARE(m_sweep->world.played, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(findings.played(), 1);
    QCOMPARE(findings.notKeptUp(), 1);
}

QTEST_GUILESS_MAIN(TestSweep)
#include "tst_sweep.moc"
