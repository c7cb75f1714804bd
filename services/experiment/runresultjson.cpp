// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditjson.h"
#include "runresult.h"

#include <QJsonArray>

#include <cmath>

namespace services::experiment {

using namespace Qt::StringLiterals;
using model::operation::word;
using model::telemetry::Histogram;

namespace {

constexpr std::array allPhases = {Phase::Before, Phase::During, Phase::After};

// Milliseconds with three digits after the point.
QJsonValue milliseconds(std::chrono::nanoseconds duration)
{
    return std::round(std::chrono::duration<double, std::micro>(duration).count()) / 1000.0;
}

QJsonObject latency(const Histogram &histogram)
{
    if (histogram.isEmpty())
        return {{u"p50"_s, QJsonValue::Null}, {u"p95"_s, QJsonValue::Null}, {u"p99"_s, QJsonValue::Null}};
    return {{u"p50"_s, milliseconds(histogram.quantile(0.50))},
            {u"p95"_s, milliseconds(histogram.quantile(0.95))},
            {u"p99"_s, milliseconds(histogram.quantile(0.99))}};
}

QJsonObject phase(const PhaseFigures &figures)
{
    return {{u"attempts"_s, figures.tally.attempts},
            {u"succeeded"_s, figures.tally.succeeded},
            {u"degraded"_s, figures.tally.degraded},
            {u"late"_s, figures.tally.late},
            {u"latencyMs"_s, latency(figures.latency)}};
}

QJsonObject journey(const JourneyFigures &figures)
{
    QJsonObject states;
    QJsonObject phases;
    for (const auto which : allPhases) {
        states[word(which)] = word(figures.state(which));
        phases[word(which)] = phase(figures.phase(which));
    }
    return {{u"attempts"_s, figures.tally.attempts},
            {u"succeeded"_s, figures.tally.succeeded},
            {u"degraded"_s, figures.tally.degraded},
            {u"late"_s, figures.tally.late},
            {u"states"_s, states},
            {u"latencyMs"_s, latency(figures.latency)},
            {u"recoveryMs"_s,
             figures.recovery ? QJsonValue(qint64(figures.recovery->count())) : QJsonValue(QJsonValue::Null)},
            {u"phases"_s, phases},
            {u"commonestFailure"_s, figures.commonestFailure}};
}

QJsonObject capability(const CapabilityFigures &figures)
{
    QJsonObject phases;
    for (const auto which : allPhases) {
        const auto &phase = figures.phase(which);
        phases[word(which)] = QJsonObject{{u"calls"_s, qint64(phase.calls)},
                                          {u"attemptsOfCustomers"_s, phase.attempts},
                                          {u"mostInstances"_s, phase.mostInstances}};
    }
    return {{u"phases"_s, phases}, {u"instancesInTheEnd"_s, figures.instancesInTheEnd}};
}

QJsonValue since(Instant begin, const std::optional<Instant> &moment)
{
    return moment ? milliseconds(*moment - begin) : QJsonValue(QJsonValue::Null);
}

// Three digits after the point.
double thousandths(double value)
{
    return std::round(value * 1000) / 1000;
}

// What is declared and what is measured stay apart.
QJsonObject costJson(const FleetCost &cost)
{
    QJsonObject measured{{u"instances"_s, thousandths(cost.instances)},
                         {u"cpuSeconds"_s, thousandths(cost.cpu.count())},
                         {u"attempts"_s, cost.attempts}};
    if (const auto ofThousand = cost.cpuOfThousandAttempts())
        measured[u"cpuSecondsOfThousandAttempts"_s] = thousandths(ofThousand->count());
    return {{u"declared"_s, QJsonObject{{u"memoryMegabytes"_s, thousandths(cost.memoryMegabytes)}}},
            {u"measured"_s, measured}};
}

QJsonObject fleet(const FleetResult &result)
{
    QJsonObject journeys;
    for (const auto &figures : result.journeys)
        journeys[figures.journey.value] = journey(figures);
    QJsonObject capabilities;
    for (const auto &figures : result.capabilities)
        capabilities[figures.capability.value] = capability(figures);
    QJsonArray faults;
    for (const auto &fault : result.record.faults)
        faults.append(QJsonObject{{u"words"_s, fault.words},
                                  {u"atMs"_s, since(result.record.begin, fault.at)},
                                  {u"restartedAtMs"_s, since(result.record.begin, fault.restartedAt)},
                                  {u"healedAtMs"_s, since(result.record.begin, fault.healedAt)}});
    QJsonArray waits;
    for (const auto &wait : result.record.vainWaits)
        waits.append(QJsonObject{{u"words"_s, wait.words},
                                 {u"actual"_s, wait.actual},
                                 {u"atMs"_s, since(result.record.begin, wait.at)}});
    QJsonObject json{{u"journeys"_s, journeys},
                     {u"capabilities"_s, capabilities},
                     {u"faults"_s, faults},
                     {u"vainWaits"_s, waits},
                     {u"durationMs"_s, milliseconds(result.record.end - result.record.begin)},
                     {u"withoutShopper"_s, result.record.withoutShopper}};
    if (result.cost)
        json[u"cost"_s] = costJson(*result.cost);
    return json;
}

} // namespace

QJsonObject toJson(const RunResult &result)
{
    QJsonObject fleets;
    for (const auto &one : result.fleets)
        fleets[one.record.fleet.value] = fleet(one);
    QJsonArray expectations;
    for (const auto &verdict : result.verdicts)
        expectations.append(
            QJsonObject{{u"text"_s, verdict.text}, {u"held"_s, verdict.held}, {u"actual"_s, verdict.actual}});
    QJsonObject json{{u"scenario"_s, result.scenario.id},
                     {u"title"_s, result.scenario.title},
                     {u"seed"_s, qint64(result.scenario.seed)},
                     {u"passed"_s, result.passed()},
                     {u"fleets"_s, fleets},
                     {u"expectations"_s, expectations}};
    if (!result.scenario.damages.isEmpty())
        json[u"expectedDamages"_s] = QJsonArray::fromStringList(result.scenario.damages);
    if (result.audit)
        json[u"audit"_s] = toJson(*result.audit);
    return json;
}

} // namespace services::experiment
