// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/verification/findingsjson.h>
#include <services/verification/shortcomings.h>

#include <QJsonArray>
#include <QTest>

#include <tests/model/schema/outputs.h>

using namespace Qt::StringLiterals;
using namespace services::verification;

namespace {

// Of so many trials, each with one journey, which all agree.
Findings allWell(int planned)
{
    Findings findings;
    findings.planned = findings.faultsPlanned = planned;
    for (int i = 0; i < planned; ++i) {
        Comparison comparison;
        comparison.predicted.state = comparison.measured = JourneyState::Down;
        findings.outcomes.push_back({});
        findings.outcomes.back().journeys.push_back(comparison);
    }
    return findings;
}

// The last ones as somebody changes them.
template<typename Change>
Findings changed(Findings findings, std::size_t many, Change change)
{
    for (std::size_t i = 0; i < many; ++i)
        change(findings.outcomes[findings.outcomes.size() - 1 - i]);
    return findings;
}

void lose(TrialOutcome &outcome)
{
    outcome.journeys.clear();
    outcome.notPlayed = u"the machine did not keep up: all looks came late"_s;
    outcome.lostTo = Loss::Cause::Machine;
}

void disagree(TrialOutcome &outcome)
{
    outcome.journeys.front().predicted.state = JourneyState::Working;
}

void leaveUndecided(TrialOutcome &outcome)
{
    outcome.journeys.front().isDecided = false;
}

void putOnTheEdge(TrialOutcome &outcome)
{
    outcome.journeys.front().predicted.isOnTheEdge = true;
}

void leaveUnwell(TrialOutcome &outcome)
{
    outcome.hasRecovered = false;
}

} // namespace

// Which findings are as expected, and what others lack.
class TestShortcomings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatIsLacking_data();
    void tellsWhatIsLacking();
};

void TestShortcomings::tellsWhatIsLacking_data()
{
    QTest::addColumn<Findings>("findings");
    QTest::addColumn<double>("atLeast");
    QTest::addColumn<bool>("isSample");
    QTest::addColumn<QStringList>("lacking");
    const auto all = allWell(100);
    const auto row
        = [](const char *name, const Findings &findings, const QStringList &lacking, double atLeast = 1,
             bool isSample = false) { QTest::newRow(name) << findings << atLeast << isSample << lacking; };
    row("all agree", all, {});
    row("one disagrees", changed(all, 1, disagree), {u"99 of 100 journeys agree: less than 100 %."_s});
    row("one may disagree", changed(all, 1, disagree), {}, 0.99);
    row("two in a hundred are lost", changed(all, 2, lose), {});
    row("three in a hundred are lost", changed(all, 3, lose),
        {u"3 of 100 trials tell nothing: more than 2 %."_s});
    row("a sample loses three in a hundred", changed(all, 3, lose),
        {u"3 of 100 trials tell nothing: more than 2 %."_s}, 1, true);
    auto never = all;
    never.outcomes.resize(90);
    row("a sample leaves out what it has no time for", never, {}, 1, true);
    auto few = all;
    few.outcomes.resize(10);
    row("a sample loses one of a few", changed(few, 1, lose), {}, 1, true);
    row("a sample loses two of a few", changed(few, 2, lose),
        {u"2 of 10 trials tell nothing: more than 2 %."_s}, 1, true);
    row("ten were never begun", never, {u"10 of 100 trials tell nothing: more than 2 %."_s});
    row("one did not recover", changed(all, 1, leaveUnwell),
        {u"The fleet did not work well again after 1 of 100 trials."_s});
    row("a sample did not recover", changed(all, 1, leaveUnwell),
        {u"The fleet did not work well again after 1 of 100 trials."_s}, 1, true);
    row("a tenth is too close to call", changed(all, 9, leaveUndecided), {});
    row("more than a tenth is", changed(changed(all, 9, leaveUndecided), 10, putOnTheEdge),
        {u"10 journeys are on the edge or too close to call: more than 10 % of the 90 that count."_s});
    row("all are lost", changed(all, 100, lose),
        {u"No journey could be compared."_s, u"100 of 100 trials tell nothing: more than 2 %."_s});
    row("there was nothing to do", {}, {u"No journey could be compared."_s}, 0);
}

void TestShortcomings::tellsWhatIsLacking()
{
    QFETCH(Findings, findings);
    QFETCH(double, atLeast);
    QFETCH(bool, isSample);
    QFETCH(QStringList, lacking);
    const Requirement requirement{atLeast, isSample};
    QCOMPARE(shortcomings(findings, requirement), lacking);
    const auto json = toJson(findings, requirement);
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, json), QStringList());
    QCOMPARE(json[u"asExpected"_s].toBool(), lacking.isEmpty());
    QCOMPARE(json[u"shortcomings"_s].toArray(), QJsonArray::fromStringList(lacking));
}

QTEST_GUILESS_MAIN(TestShortcomings)
#include "tst_shortcomings.moc"
