// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "findingsjson.h"

#include <QJsonArray>

#include <functional>

namespace services::verification {

using namespace Qt::StringLiterals;

namespace {

QJsonObject entry(const TrialOutcome &outcome, const Comparison &comparison)
{
    return {{u"system"_s, outcome.system},
            {u"fault"_s, textOf(outcome.trial.faults)},
            {u"packaging"_s, outcome.packaging.value},
            {u"policies"_s, outcome.policies},
            {u"journey"_s, comparison.journey.value},
            {u"predicted"_s, word(comparison.predicted.state)},
            {u"measured"_s, word(comparison.measured)},
            {u"why"_s, comparison.predicted.why},
            {u"whyMeasured"_s, measuredWords(comparison)},
            {u"afterMs"_s, static_cast<qint64>(outcome.measuredAfter.count())}};
}

template<typename Predicate>
QJsonArray those(const std::vector<TrialOutcome> &outcomes, Predicate predicate)
{
    QJsonArray all;
    for (const auto &outcome : outcomes) {
        for (const auto &comparison : outcome.journeys) {
            if (predicate(comparison))
                all.append(entry(outcome, comparison));
        }
    }
    return all;
}

QJsonObject place(const TrialOutcome &outcome)
{
    return {{u"system"_s, outcome.system},
            {u"fault"_s, textOf(outcome.trial.faults)},
            {u"packaging"_s, outcome.packaging.value},
            {u"policies"_s, outcome.policies}};
}

QJsonArray notPlayed(const Findings &findings)
{
    QJsonArray all;
    for (const auto &outcome : findings.outcomes) {
        if (outcome.notPlayed.isEmpty())
            continue;
        auto entry = place(outcome);
        entry.insert(u"why"_s, outcome.notPlayed);
        all.append(entry);
    }
    return all;
}

QJsonArray notRecovered(const Findings &findings)
{
    QJsonArray all;
    for (const auto &outcome : findings.outcomes) {
        if (!outcome.hasRecovered)
            all.append(place(outcome));
    }
    return all;
}

QJsonObject confusion(const Findings &findings)
{
    QJsonObject table; // predicted -> measured -> how often
    for (const auto &[states, count] : findings.confusion()) {
        auto row = table.value(word(states.first)).toObject();
        row.insert(word(states.second), count);
        table.insert(word(states.first), row);
    }
    return table;
}

} // namespace

QString measuredWords(const Comparison &comparison)
{
    const auto &tally = comparison.tally;
    QString text = u"%1 of %2 attempts succeeded"_s.arg(tally.succeeded).arg(tally.attempts);
    if (tally.degraded > 0)
        text += u", %1 of them degraded"_s.arg(tally.degraded);
    if (!comparison.trouble.isEmpty())
        text += u" (%1)"_s.arg(comparison.trouble);
    return text;
}

QJsonObject toJson(const Findings &findings, const Requirement &requirement)
{
    const auto first = findings.atFirst();
    const auto lacking = shortcomings(findings, requirement);
    return {{u"asExpected"_s, lacking.isEmpty()},
            {u"shortcomings"_s, QJsonArray::fromStringList(lacking)},
            {u"coverage"_s, findings.coverage()},
            {u"faults"_s, findings.faultsPlayed()},
            {u"faultsPlanned"_s, findings.faultsPlanned},
            {u"trials"_s, findings.played()},
            {u"trialsPlanned"_s, findings.planned},
            {u"journeysCompared"_s, findings.compared()},
            {u"journeysUnmeasured"_s, findings.unmeasured()},
            {u"onTheEdge"_s, findings.onTheEdge()},
            {u"tooCloseToCall"_s, findings.tooCloseToCall()},
            {u"agreed"_s, findings.agreed()},
            {u"agreement"_s, findings.agreement()},
            {u"agreementAtWorst"_s, findings.worstAgreement()},
            {u"journeysComparedAtFirst"_s, first.compared()},
            {u"agreedAtFirst"_s, first.agreed()},
            {u"agreementAtFirst"_s, first.agreement()},
            {u"repeats"_s, findings.repeats},
            {u"notKeptUp"_s, findings.notKeptUp()},
            {u"notWell"_s, findings.notWell()},
            {u"confusion"_s, confusion(findings)},
            {u"disagreements"_s, those(findings.outcomes, std::mem_fn(&Comparison::disagrees))},
            {u"unconfirmed"_s, those(findings.unconfirmed, std::mem_fn(&Comparison::disagrees))},
            {u"edges"_s, those(findings.outcomes, std::mem_fn(&Comparison::isEdge))},
            {u"undecided"_s, those(findings.outcomes, std::mem_fn(&Comparison::isTooClose))},
            {u"notPlayed"_s, notPlayed(findings)},
            {u"notRecovered"_s, notRecovered(findings)},
            {u"notRecoveredAtFirst"_s, notRecovered(first)}};
}

} // namespace services::verification
