// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifytable.h"

#include "texttable.h"

#include <services/verification/findingsjson.h>

#include <algorithm>
#include <array>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::operation::JourneyState;
using verification::Comparison;
using verification::Findings;
using verification::TrialOutcome;

namespace {

constexpr std::array states{JourneyState::Working, JourneyState::Degraded, JourneyState::Down};

QString place(const TrialOutcome &outcome)
{
    return u"%1 on %2 as %3, policies %4"_s.arg(verification::textOf(outcome.trial.faults), outcome.system,
                                                outcome.packaging.value, outcome.policies);
}

QString confusionTable(const Findings &findings)
{
    auto counts = findings.confusion();
    TextTable table;
    QStringList heading{u"Predicted"_s};
    for (const auto measured : states)
        heading.append(u"measured "_s + word(measured));
    table.add(heading);
    for (const auto predicted : states) {
        QStringList row{word(predicted)};
        for (const auto measured : states)
            row.append(QString::number(counts[{predicted, measured}]));
        table.add(row);
    }
    return table.text();
}

QString percent(double share)
{
    return QString::number(share * 100, 'f', 1) + u" %"_s;
}

QString agreementWords(const Findings &findings)
{
    QString text = u"\n%1 of %2 journeys agree (%3).\n"_s.arg(findings.agreed())
                       .arg(findings.compared())
                       .arg(percent(findings.agreement()));
    const auto first = findings.atFirst();
    if (!findings.unconfirmed.empty())
        text += u"At first, beside other fleets, %1 of %2 did (%3).\n"_s.arg(first.agreed())
                    .arg(first.compared())
                    .arg(percent(first.agreement()));
    if (findings.unmeasured() > 0)
        text += u"%1 journeys could not be tried by anybody and are not counted.\n"_s.arg(
            findings.unmeasured());
    if (findings.onTheEdge() > 0)
        text += u"%1 journeys are predicted to be on the edge: five in a hundred more or fewer shoppers "
                "would turn them. They are not counted.\n"_s.arg(findings.onTheEdge());
    if (findings.tooCloseToCall() > 0)
        text += u"%1 journeys were too close to call, however many tried them, and are not counted.\n"_s.arg(
            findings.tooCloseToCall());
    if (findings.worstAgreement() < findings.agreement())
        text += u"If all that is not counted disagreed, %1 would agree.\n"_s.arg(
            percent(findings.worstAgreement()));
    return text;
}

QString coverageWords(const Findings &findings)
{
    QString text = u"%1 of %2 faults were tried (%3), in %4 of %5 trials.\n"_s.arg(findings.faultsPlayed())
                       .arg(findings.faultsPlanned)
                       .arg(percent(findings.coverage()))
                       .arg(findings.played())
                       .arg(findings.planned);
    if (findings.repeats > 0 || findings.planned > findings.played())
        text += u"%1 times a trial was repeated. %2 are not covered since the machine did not keep up, %3 "
                "since their fleets did not work well even without a fault, and %4 since there was no time "
                "for them or they could not be played.\n"_s.arg(findings.repeats)
                    .arg(findings.notKeptUp())
                    .arg(findings.notWell())
                    .arg(findings.planned - findings.played() - findings.notKeptUp() - findings.notWell());
    return text;
}

QString disagreements(const std::vector<TrialOutcome> &outcomes)
{
    QString text;
    for (const auto &outcome : outcomes) {
        const auto lines = disagreementWords(outcome);
        if (!lines.isEmpty())
            text += u"\n%1, after %2 ms:\n    %3\n"_s.arg(place(outcome))
                        .arg(outcome.measuredAfter.count())
                        .arg(lines.join(u"\n    "_s));
    }
    return text;
}

QString lostOrUnwell(const std::vector<TrialOutcome> &outcomes)
{
    QString text;
    for (const auto &outcome : outcomes) {
        if (!outcome.notPlayed.isEmpty() || !outcome.hasRecovered)
            text += u'\n' + trialWords(outcome) + u'\n';
    }
    return text;
}

} // namespace

QString trialWords(const TrialOutcome &outcome)
{
    if (!outcome.notPlayed.isEmpty())
        return u"%1: not played: %2"_s.arg(place(outcome), outcome.notPlayed);
    const auto &all = outcome.journeys;
    const auto compared = std::ranges::count_if(all, &Comparison::counts);
    const auto agreed = compared - std::ranges::count_if(all, &Comparison::disagrees);
    QString words = u"%1: %2 of %3 journeys agree after %4 s"_s.arg(place(outcome))
                        .arg(agreed)
                        .arg(compared)
                        .arg(static_cast<double>(outcome.measuredAfter.count()) / 1000, 0, 'f', 1);
    if (!outcome.hasRecovered)
        words += u"; it did not recover after the fault"_s;
    return words;
}

QStringList disagreementWords(const TrialOutcome &outcome)
{
    QStringList lines;
    for (const auto &each : outcome.journeys) {
        if (each.disagrees())
            lines.append(u"%1: predicted %2 (%3), measured %4: %5"_s.arg(
                each.journey.value, word(each.predicted.state), each.predicted.why, word(each.measured),
                measuredWords(each)));
    }
    return lines;
}

QString verifyTable(const Findings &findings, const verification::Requirement &requirement)
{
    QString text = confusionTable(findings) + agreementWords(findings) + coverageWords(findings);
    text += disagreements(findings.outcomes);
    if (!findings.unconfirmed.empty())
        text += u"\n%1 trials disagreed or did not recover beside other fleets, which was refuted when they "
                "were tried again alone. They were:\n%2"_s.arg(findings.unconfirmed.size())
                    .arg(disagreements(findings.unconfirmed) + lostOrUnwell(findings.unconfirmed));
    text += lostOrUnwell(findings.outcomes);
    const auto lacking = verification::shortcomings(findings, requirement);
    text += lacking.isEmpty() ? u"\nAll is as expected.\n"_s
                              : u"\nNot as expected:\n    %1\n"_s.arg(lacking.join(u"\n    "_s));
    return text;
}

} // namespace services::lab
