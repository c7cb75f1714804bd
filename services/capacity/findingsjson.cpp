// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "findings.h"

#include <QJsonArray>

#include <cmath>

namespace services::capacity {

using namespace Qt::StringLiterals;

namespace {

// Enough digits for people, and for machines none that are only noise.
double rounded(double value)
{
    return QString::number(value, 'g', 5).toDouble();
}

double milliseconds(Seconds seconds)
{
    return rounded(seconds.count() * 1000);
}

QJsonObject instancesJson(const model::packaging::Packaging &packaging)
{
    QJsonObject instances;
    for (const auto &unit : packaging.units)
        instances.insert(unit.id.value, unit.instances);
    return instances;
}

QJsonObject roundJson(const Point::Round &round)
{
    return {{u"arrivedPerSecond"_s, rounded(round.arrivedPerSecond)},
            {u"predictedMs"_s, milliseconds(round.predicted)},
            {u"measuredMs"_s, milliseconds(round.measured)},
            {u"attempts"_s, round.attempts},
            {u"failed"_s, round.failed}};
}

QJsonObject pointJson(const Point &point)
{
    using Round = Point::Round;
    QJsonArray rounds;
    for (const auto &round : point.rounds)
        rounds.append(roundJson(round));
    return {{u"load"_s, rounded(point.load)},
            {u"arrivedPerSecond"_s, rounded(point.mean(&Round::arrivedPerSecond))},
            {u"instances"_s, instancesJson(point.packaging)},
            {u"predictedMs"_s, milliseconds(point.mean(&Round::predicted))},
            {u"measuredMs"_s, milliseconds(point.mean(&Round::measured))},
            {u"error"_s, rounded(point.error())},
            {u"predictedByHopsMs"_s, milliseconds(point.mean(&Round::predictedByHops))},
            {u"errorByHops"_s, rounded(point.errorByHops())},
            {u"predictedP95Ms"_s, milliseconds(point.mean(&Round::predictedP95))},
            {u"measuredP95Ms"_s, milliseconds(point.mean(&Round::measuredP95))},
            {u"processors"_s, rounded(point.mean(&Round::processors))},
            {u"waitedForProcessorMs"_s, milliseconds(point.mean(&Round::waitedForProcessor))},
            {u"limitedByProcessor"_s, point.isLimitedByProcessor()},
            {u"rounds"_s, rounds}};
}

QJsonObject limitJson(const Limit &limit)
{
    return {{u"instances"_s, instancesJson(limit.packaging)},
            {u"bottleneck"_s, limit.bottleneck.value},
            {u"predicted"_s, rounded(limit.predicted)},
            {u"measured"_s, rounded(limit.median())},
            {u"error"_s, rounded(limit.error())},
            {u"predictedWorkMs"_s, milliseconds(limit.predictedWork)},
            {u"measuredWorkMs"_s, milliseconds(limit.measuredWork)},
            {u"processors"_s, rounded(limit.processors)},
            {u"waitingForProcessor"_s, rounded(limit.waiting)},
            {u"limitedByProcessor"_s, limit.isLimitedByProcessor()},
            {u"cost"_s,
             QJsonObject{{u"instances"_s, limit.cost.instances},
                         {u"workers"_s, limit.cost.workers},
                         {u"memoryMegabytes"_s, limit.cost.memoryMegabytes}}}};
}

QJsonObject costsJson(const model::analysis::MachineCosts &costs)
{
    QJsonObject journeys;
    for (auto journey = costs.journeys.begin(); journey != costs.journeys.end(); ++journey)
        journeys.insert(journey.key().value, milliseconds(*journey));
    return {{u"origin"_s, u"measured on this machine, without declared work"_s},
            {u"networkHopMs"_s, milliseconds(costs.networkHop)},
            {u"localHopMs"_s, milliseconds(costs.localHop)},
            {u"journeysMs"_s, journeys}};
}

} // namespace

QJsonObject toJson(const Findings &findings)
{
    QJsonArray points;
    for (const auto &point : findings.points)
        points.append(pointJson(point));
    QJsonArray limits;
    for (const auto &limit : findings.limits)
        limits.append(limitJson(limit));
    QJsonObject json{{u"costs"_s, costsJson(findings.costs)}, {u"points"_s, points}, {u"limits"_s, limits}};
    if (!findings.limits.empty())
        json.insert(u"limit"_s, limits.first());
    if (const auto median = findings.medianError())
        json.insert(u"medianError"_s, rounded(*median));
    if (const auto worst = findings.worstError())
        json.insert(u"worstError"_s, rounded(*worst));
    if (const auto byHops = findings.medianErrorByHops())
        json.insert(u"medianErrorByHops"_s, rounded(*byHops));
    if (const auto ofLimits = findings.medianLimitError())
        json.insert(u"medianLimitError"_s, rounded(*ofLimits));
    return json;
}

} // namespace services::capacity
