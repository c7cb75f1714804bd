// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedsweep.h"

#include <services/verification/findingsjson.h>

#include <QJsonArray>
#include <QTest>

#include <tests/model/schema/outputs.h>

using namespace tests::verification;

// What is tried again because it disagrees, and what counts then.
class TestSweepAgain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_sweep = std::make_unique<ScriptedSweep>(); }
    void triesAgainAloneWhatDisagrees();
    void countsWhatDisagreesTwice();
    void triesAgainAloneWhatDidNotRecover();
    void countsWhatDoesNotRecoverTwice();
    void countsWhatIsTooCloseToRefute();
    void doesNotDoubtWhatWasAlone();
    void refutesOnlyWhatIsSureNow_data();
    void refutesOnlyWhatIsSureNow();
    void doesNotDoubtEverything();
    void countsWhatThereWasNoTimeToDoubt();
    void doesNotCountWhatIsTooClose();

private:
    std::unique_ptr<ScriptedSweep> m_sweep;
};

void TestSweepAgain::triesAgainAloneWhatDisagrees()
{
    m_sweep->world.wrongTimes[u"a"_s] = 1;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s, u"c"_s}, ScriptedSweep::sideBySide());
    QCOMPARE(m_sweep->world.played, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"a"_s}));
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
    QCOMPARE(json[u"agreement"_s].toDouble(), 1.0);
    QCOMPARE(json[u"journeysComparedAtFirst"_s].toInt(), 3);
    QCOMPARE(json[u"agreedAtFirst"_s].toInt(), 2);
    QCOMPARE(json[u"agreementAtFirst"_s].toDouble(), 2.0 / 3);
}

void TestSweepAgain::countsWhatDisagreesTwice()
{
    m_sweep->world.wrongTimes[u"a"_s] = 2;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s}, ScriptedSweep::sideBySide());
    QCOMPARE(m_sweep->world.played, (QStringList{u"a"_s, u"b"_s, u"a"_s}));
    QCOMPARE(findings.played(), 2);
    QCOMPARE(findings.agreed(), 1);
    QVERIFY(findings.unconfirmed.empty());
}

void TestSweepAgain::triesAgainAloneWhatDidNotRecover()
{
    m_sweep->world.unwellTimes[u"a"_s] = 1;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s}, ScriptedSweep::sideBySide());
    QCOMPARE(m_sweep->world.played, (QStringList{u"a"_s, u"b"_s, u"a"_s}));
    QCOMPARE(findings.played(), 2);
    QCOMPARE(findings.notRecovered(), 0);
    QCOMPARE(findings.unconfirmed.size(), std::size_t(1));
    const auto json = toJson(findings);
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, json), QStringList());
    QVERIFY(json[u"asExpected"_s].toBool());
    QCOMPARE(json[u"notRecovered"_s].toArray().size(), 0);
    QCOMPARE(json[u"notRecoveredAtFirst"_s].toArray().size(), 1);
}

void TestSweepAgain::countsWhatDoesNotRecoverTwice()
{
    m_sweep->world.unwellTimes[u"a"_s] = 2;
    m_sweep->world.wrongTimes[u"a"_s] = 1;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s}, ScriptedSweep::sideBySide());
    QCOMPARE(m_sweep->world.played, (QStringList{u"a"_s, u"b"_s, u"a"_s}));
    QCOMPARE(findings.notRecovered(), 1);
    QCOMPARE(findings.agreed(), 1);
    QVERIFY(findings.unconfirmed.empty());
}

void TestSweepAgain::countsWhatIsTooCloseToRefute()
{
    m_sweep->world.wrongTimes[u"a"_s] = 1;
    m_sweep->world.close = QStringList{u"a"_s};
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s}, ScriptedSweep::sideBySide());
    QCOMPARE(m_sweep->world.played, (QStringList{u"a"_s, u"b"_s, u"a"_s}));
    QCOMPARE(findings.compared(), 2);
    QCOMPARE(findings.agreed(), 1);
    QVERIFY(findings.unconfirmed.empty());
}

void TestSweepAgain::doesNotDoubtWhatWasAlone()
{
    m_sweep->world.wrongTimes[u"a"_s] = 1;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s});
    QCOMPARE(m_sweep->world.played, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(findings.agreed(), 1);
}

void TestSweepAgain::refutesOnlyWhatIsSureNow_data()
{
    QTest::addColumn<JourneyState>("measured");
    QTest::addColumn<bool>("isDecided");
    QTest::addColumn<bool>("isOnTheEdge");
    QTest::addColumn<bool>("refutes");
    QTest::newRow("it agrees now") << JourneyState::Working << true << false << true;
    QTest::newRow("it disagrees again") << JourneyState::Down << true << false << false;
    QTest::newRow("it is too close to call") << JourneyState::Working << false << false << false;
    QTest::newRow("it is on the edge") << JourneyState::Working << true << true << false;
    QTest::newRow("nobody could try") << JourneyState::Unknown << true << false << false;
}

void TestSweepAgain::refutesOnlyWhatIsSureNow()
{
    QFETCH(JourneyState, measured);
    QFETCH(bool, isDecided);
    QFETCH(bool, isOnTheEdge);
    TrialOutcome first;
    first.journeys = {Comparison{{u"buy"_s}, {JourneyState::Working, {}}, {9, 0}, JourneyState::Down, {}}};
    auto alone = first;
    alone.journeys.front().measured = measured;
    alone.journeys.front().isDecided = isDecided;
    alone.journeys.front().predicted.isOnTheEdge = isOnTheEdge;
    QTEST(alone.refutes(first), "refutes");
    QVERIFY(!TrialOutcome().refutes(first)); // it was not played
    first.hasRecovered = alone.hasRecovered = false;
    QVERIFY(!alone.refutes(first));
}

void TestSweepAgain::doesNotDoubtEverything()
{
    for (const auto &name : {u"a"_s, u"b"_s, u"c"_s})
        m_sweep->world.wrongTimes[name] = 1;
    auto options = ScriptedSweep::sideBySide();
    options.mostDoubts = 2;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s, u"c"_s}, options);
    QCOMPARE(m_sweep->world.played.size(), 5);
    QCOMPARE(findings.played(), 3);
    QCOMPARE(findings.agreed(), 2);
    QCOMPARE(findings.unconfirmed.size(), std::size_t(2));
}

void TestSweepAgain::countsWhatThereWasNoTimeToDoubt()
{
    m_sweep->world.wrongTimes[u"a"_s] = 1;
    auto options = ScriptedSweep::sideBySide();
    options.budget = 10s;
    const auto findings = m_sweep->swept({u"a"_s, u"b"_s}, options);
    QCOMPARE(m_sweep->world.played, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(findings.played(), 2);
    QCOMPARE(findings.agreed(), 1);
    QCOMPARE(findings.notKeptUp(), 0);
}

void TestSweepAgain::doesNotCountWhatIsTooClose()
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
    QCOMPARE(findings.worstAgreement(), 1.0 / 3);
    const auto json = toJson(findings);
    QCOMPARE(json[u"agreementAtWorst"_s].toDouble(), 1.0 / 3);
    QCOMPARE(json[u"undecided"_s].toArray().size(), 1);
    QCOMPARE(json[u"undecided"_s][0][u"journey"_s].toString(), u"pay"_s);
}

QTEST_GUILESS_MAIN(TestSweepAgain)
#include "tst_sweepagain.moc"
