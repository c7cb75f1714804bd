// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shortcomings.h"

#include <algorithm>

namespace services::verification {

using namespace Qt::StringLiterals;

namespace {

QStringList doubtfulJourneys(const Findings &findings, const Requirement &requirement)
{
    const int compared = findings.compared();
    if (compared == 0)
        return {u"No journey could be compared."_s};
    QStringList all;
    const int tooClose = findings.tooCloseToCall() + findings.onTheEdge();
    if (tooClose > mostTooClose * compared)
        all.append(u"%1 journeys are on the edge or too close to call: more than %2 % of the %3 that count."_s
                       .arg(tooClose)
                       .arg(mostTooClose * 100)
                       .arg(compared));
    if (findings.agreement() < requirement.atLeast)
        all.append(u"%1 of %2 journeys agree: less than %3 %."_s.arg(findings.agreed())
                       .arg(compared)
                       .arg(requirement.atLeast * 100));
    return all;
}

// A sample owes what it has begun, and may lose one of a few.
QStringList losses(const Findings &findings, const Requirement &requirement)
{
    const int played = findings.played();
    const int due = requirement.isSample ? played + findings.triedInVain() : findings.planned;
    const int lost = due - played;
    if (lost <= std::max(requirement.isSample ? 1.0 : 0.0, mostLost * due))
        return {};
    return {u"%1 of %2 trials tell nothing: more than %3 %."_s.arg(lost).arg(due).arg(mostLost * 100)};
}

} // namespace

QStringList shortcomings(const Findings &findings, const Requirement &requirement)
{
    QStringList all = doubtfulJourneys(findings, requirement) + losses(findings, requirement);
    if (const int notRecovered = findings.notRecovered(); notRecovered > 0)
        all.append(u"The fleet did not work well again after %1 of %2 trials."_s.arg(notRecovered)
                       .arg(findings.played()));
    return all;
}

} // namespace services::verification
