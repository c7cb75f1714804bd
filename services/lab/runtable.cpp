// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runtable.h"

#include "auditwords.h"
#include "texttable.h"

#include <algorithm>

namespace services::lab {

using namespace Qt::StringLiterals;
using experiment::FleetResult;
using experiment::JourneyFigures;
using experiment::Phase;
using experiment::RunResult;
using model::operation::word;

namespace {

QString quantile(const JourneyFigures &figures, double share)
{
    if (figures.latency.isEmpty())
        return u"-"_s;
    const auto time = std::chrono::duration<double, std::milli>(figures.latency.quantile(share));
    return QString::number(time.count(), 'f', 1);
}

QString recovery(const JourneyFigures &figures)
{
    if (figures.recovery)
        return QString::number(figures.recovery->count());
    return figures.wasLost ? u"not recovered"_s : u"-"_s;
}

QString journeys(const FleetResult &fleet, const model::system::System &system)
{
    TextTable table;
    table.add({u"journey"_s, u"before"_s, u"during"_s, u"after"_s, u"succeeded"_s, u"p50 ms"_s, u"p95 ms"_s,
               u"p99 ms"_s, u"recovery ms"_s});
    for (const auto &figures : fleet.journeys) {
        const auto *journey = system.journey(figures.journey);
        table.add(
            {journey != nullptr ? journey->title : figures.journey.value, word(figures.state(Phase::Before)),
             word(figures.state(Phase::During)), word(figures.state(Phase::After)),
             u"%1 of %2"_s.arg(figures.tally.succeeded).arg(figures.tally.attempts), quantile(figures, 0.50),
             quantile(figures, 0.95), quantile(figures, 0.99), recovery(figures)});
    }
    return table.text();
}

// Empty when nobody looked at any fleet.
QString costs(const RunResult &result)
{
    TextTable table;
    table.add({u"what it took"_s, u"instances"_s, u"declared MB"_s, u"CPU s"_s, u"attempts"_s,
               u"CPU s for 1,000 attempts"_s});
    bool isKnown = false;
    for (const auto &fleet : result.fleets) {
        if (!fleet.cost)
            continue;
        isKnown = true;
        const auto &cost = *fleet.cost;
        const auto each = cost.cpuOfThousandAttempts();
        table.add({fleet.record.title, QString::number(cost.instances, 'f', 1),
                   QString::number(cost.memoryMegabytes, 'f', 0), QString::number(cost.cpu.count(), 'f', 1),
                   QString::number(cost.attempts), each ? QString::number(each->count(), 'f', 1) : u"-"_s});
    }
    return isKnown ? u"\n%1"_s.arg(table.text()) : QString();
}

// Journeys, or capabilities, of which the same was expected share a line; one that is not as expected has a
// line of its own.
QString expectations(const RunResult &result)
{
    struct Group
    {
        QString expected;
        QStringList subjects;
    };
    std::vector<Group> groups;
    TextTable table;
    table.add({u"held"_s, u"expected"_s, u"of"_s});
    for (const auto &verdict : result.verdicts) {
        if (!verdict.held) {
            table.add({u"NO"_s, verdict.text, verdict.actual});
            continue;
        }
        if (!verdict.expectation) {
            table.add({u"yes"_s, verdict.text, verdict.actual});
            continue;
        }
        const auto &expectation = *verdict.expectation;
        const QString expected = u"%1: each "_s.arg(expectation.fleet.value) + words(expectation.check);
        auto group = std::ranges::find(groups, expected, &Group::expected);
        if (group == groups.end())
            group = groups.insert(groups.end(), {expected, {}});
        group->subjects.append(expectation.about());
    }
    for (const auto &group : groups)
        table.add({u"yes"_s, group.expected, group.subjects.join(u", "_s)});
    return table.text();
}

} // namespace

QString runTable(const RunResult &result, const model::system::System &system)
{
    QString text = u"%1 (seed %2; every figure is measured, but for what is called declared)\n"_s
                       .arg(result.scenario.title)
                       .arg(result.scenario.seed);
    for (const auto &fleet : result.fleets) {
        text += u"\n%1\n"_s.arg(fleet.record.title);
        text += journeys(fleet, system);
    }
    text += costs(result);
    if (!result.verdicts.empty())
        text += u"\n"_s + expectations(result);
    const auto held = std::ranges::count_if(result.verdicts, &experiment::Verdict::held);
    text += u"\n%1 of %2 expectations hold\n"_s.arg(held).arg(result.verdicts.size());
    if (result.audit)
        text += auditWords(*result.audit);
    if (result.audit && !result.scenario.damages.isEmpty())
        text += u"The damage is %1what the scenario expects: %2\n"_s.arg(
            result.areBooksAsExpected() ? QString() : u"NOT "_s, result.scenario.damages.join(u", "_s));
    return text;
}

} // namespace services::lab
