// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statusjson.h"

#include <model/operation/faulttext.h>
#include <model/operation/policychange.h>
#include <model/system/operation.h>

#include <QJsonArray>

namespace services::lab {

using namespace Qt::StringLiterals;
using platform::FleetSnapshot;
using platform::InstanceSnapshot;
using platform::Rates;
using platform::Snapshot;

namespace {

QJsonValue url(quint16 port)
{
    return port == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(u"http://127.0.0.1:%1"_s.arg(port));
}

double milliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

QJsonObject rates(const Rates &rates)
{
    return {{u"perSecond"_s, rates.perSecond},
            {u"failedPerSecond"_s, rates.failedPerSecond},
            {u"p50Ms"_s, milliseconds(rates.p50)},
            {u"p95Ms"_s, milliseconds(rates.p95)}};
}

QJsonObject address(const InstanceSnapshot &instance)
{
    const auto &status = instance.status;
    QJsonObject json{{u"unit"_s, status.unit.value},
                     {u"instance"_s, status.id.value},
                     {u"url"_s, url(status.port)},
                     {u"state"_s, runtime::word(status.state)}};
    if (status.reason)
        json[u"reason"_s] = status.reason->message;
    return json;
}

// As commands write them.
QJsonArray faults(const std::vector<model::operation::Fault> &faults)
{
    QJsonArray json;
    for (const auto &fault : faults)
        json.append(textOf(fault));
    return json;
}

QJsonObject measured(const InstanceSnapshot &instance)
{
    auto json = address(instance);
    json[u"requests"_s] = rates(instance.requests);
    json[u"cpuShare"_s] = instance.cpuShare;
    json[u"working"_s] = instance.occupancy.working;
    json[u"queued"_s] = instance.occupancy.queued;
    json[u"inFlight"_s] = instance.occupancy.inFlight;
    json[u"faults"_s] = faults(instance.status.faults);
    return json;
}

QJsonObject journeys(const FleetSnapshot &fleet)
{
    QJsonObject json;
    for (const auto &[journey, tally] : fleet.journeys) {
        const auto share = tally.successShare();
        json[journey.value]
            = QJsonObject{{u"state"_s, word(tally.state())},
                          {u"successShare"_s, share ? QJsonValue(*share) : QJsonValue(QJsonValue::Null)},
                          {u"attempts"_s, tally.attempts}};
    }
    return json;
}

QJsonArray latestDead(const broker::QueueStatus &queue)
{
    QJsonArray json;
    for (const auto &letter : queue.latestDead)
        json.append(QJsonObject{{u"topic"_s, letter.topic.value},
                                {u"key"_s, QString::fromUtf8(letter.key)},
                                {u"why"_s, letter.why}});
    return json;
}

QJsonArray queues(const FleetSnapshot &fleet)
{
    QJsonArray json;
    for (const auto &queue : fleet.queues) {
        QJsonObject topics;
        for (const auto &[topic, messages] : queue.topics)
            topics[topic.value] = qint64(messages);
        json.append(QJsonObject{{u"capability"_s, queue.group.value},
                                {u"depth"_s, qint64(queue.depth)},
                                {u"topics"_s, topics},
                                {u"inFlight"_s, qint64(queue.inFlight)},
                                {u"deadLetters"_s, qint64(queue.deadLetters)},
                                {u"latestDead"_s, latestDead(queue)},
                                {u"current"_s, queue.isCurrent},
                                {u"oldestAgeMs"_s, qint64(queue.oldestAge.count())}});
    }
    return json;
}

QJsonValue breakerWord(const std::optional<model::telemetry::BreakerState> &breaker)
{
    using enum model::telemetry::BreakerState;
    if (!breaker)
        return QJsonValue(QJsonValue::Null);
    return *breaker == Open ? u"open"_s : *breaker == HalfOpen ? u"half-open"_s : u"closed"_s;
}

QJsonArray calls(const FleetSnapshot &fleet)
{
    QJsonArray json;
    for (const auto &call : fleet.calls)
        json.append(QJsonObject{{u"from"_s, call.link.from.value},
                                {u"to"_s, model::system::written(call.link.to)},
                                {u"calls"_s, qint64(call.calls)},
                                {u"failed"_s, qint64(call.failed)},
                                {u"retries"_s, qint64(call.retries)},
                                {u"stoppedByBreaker"_s, qint64(call.stoppedByBreaker)},
                                {u"stoppedByBulkhead"_s, qint64(call.stoppedByBulkhead)},
                                {u"fallbacks"_s, qint64(call.fallbacks)},
                                {u"breaker"_s, breakerWord(call.breaker)}});
    return json;
}

// The units which follow their load by themselves.
QJsonObject autoscaled(const FleetSnapshot &fleet)
{
    QJsonObject json;
    for (const auto &[unit, settings] : fleet.autoscaled)
        json[unit.value] = QJsonObject{{u"target"_s, settings.target},
                                       {u"tolerance"_s, settings.tolerance},
                                       {u"fewest"_s, settings.fewest},
                                       {u"most"_s, settings.most},
                                       {u"scaleDownAfterMs"_s, qint64{settings.scaleDownAfter.count()}}};
    return json;
}

// The name of the book; one without a name is somebody's own.
QString policies(const FleetSnapshot &fleet)
{
    const auto name = model::operation::nameOf(fleet.policies);
    return name.isEmpty() ? u"own"_s : name;
}

// Each, and whether it is on.
QJsonObject safeguards(const FleetSnapshot &fleet)
{
    QJsonObject json;
    for (const auto &each : model::operation::safeguardTable())
        json[QString::fromLatin1(each.word)] = fleet.safeguards.isOn(each.safeguard);
    return json;
}

template<typename Each>
QJsonObject fleetJson(const FleetSnapshot &fleet, Each each)
{
    QJsonArray instances;
    for (const auto &instance : fleet.instances)
        instances.append(each(instance));
    return {{u"storefront"_s, url(fleet.entryPort)}, {u"instances"_s, instances}};
}

} // namespace

QJsonObject addressesJson(const Snapshot &snapshot)
{
    QJsonObject fleets;
    for (const auto &fleet : snapshot.fleets)
        fleets[fleet.fleet.value] = fleetJson(fleet, address);
    return fleets;
}

QJsonObject statusJson(const Snapshot &snapshot)
{
    QJsonObject fleets;
    for (const auto &fleet : snapshot.fleets) {
        auto json = fleetJson(fleet, measured);
        json[u"journeys"_s] = journeys(fleet);
        json[u"queues"_s] = queues(fleet);
        json[u"calls"_s] = calls(fleet);
        json[u"policies"_s] = policies(fleet);
        json[u"safeguards"_s] = safeguards(fleet);
        json[u"faults"_s] = faults(fleet.faults);
        json[u"autoscaled"_s] = autoscaled(fleet);
        json[u"attempts"_s] = rates(fleet.attempts);
        json[u"underWay"_s] = fleet.underWay;
        fleets[fleet.fleet.value] = json;
    }
    return {{u"fleets"_s, fleets},
            {u"shoppersPerSecond"_s, snapshot.shoppersPerSecond},
            {u"memoryBytes"_s, snapshot.memoryBytes}};
}

} // namespace services::lab
