// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capabilityreader.h"

#include "contractreader.h"
#include "operation.h"

namespace model::system {

using namespace Qt::StringLiterals;
using json::ObjectReader;
using json::Presence;

namespace {

constexpr json::Range<double> serviceTimes{0, 60'000};
constexpr json::Range<double> bootTimes{0, 600'000};

Call readCall(ObjectReader &in)
{
    Call call;
    call.to = parseEndpointId(in.text(u"to"_s, endpointRule())).value_or(EndpointId{});
    call.necessity = in.choice<Necessity>(
        u"necessity"_s, {{u"required"_s, Necessity::Required}, {u"optional"_s, Necessity::Optional}},
        Necessity::Required);
    call.fallback = in.text(u"fallback"_s, json::sentence(), QString());
    call.count = in.integer(u"count"_s, {1, 1'000}, call.count);
    call.undoes = in.flag(u"undoes"_s, call.undoes);
    if (call.necessity == Necessity::Required && in.has(u"fallback"_s))
        in.report(u"fallback"_s, u"A required call has no fallback. Remove it, or make the call optional."_s);
    if (call.necessity == Necessity::Optional && !in.has(u"fallback"_s))
        in.report(u"fallback"_s,
                  u"\"fallback\" is missing. Say in words what this optional call falls back on."_s);
    return call;
}

// Only a method that is not idempotent by itself may be declared so, by taking an Idempotency-Key.
bool readIdempotent(ObjectReader &in, const std::optional<Operation> &operation)
{
    const bool byMethod = operation && operation->isIdempotentByMethod();
    const bool declared = in.flag(u"idempotent"_s, byMethod);
    if (byMethod && !declared)
        in.report(u"idempotent"_s, u"GET, PUT and DELETE are always idempotent. Remove this."_s);
    return declared || byMethod;
}

// What it does to its capability's database; there is none where nothing is owned.
void readStorage(ObjectReader &in, const std::optional<Operation> &operation, Endpoint &endpoint)
{
    endpoint.changesData = in.flag(u"changesData"_s, operation && operation->method != u"GET");
    endpoint.storeAccesses = in.integer(u"storeAccesses"_s, {0, 1'000}, 1);
}

Endpoint readEndpoint(ObjectReader &in, const CapabilityId &capability)
{
    Endpoint endpoint;
    endpoint.id = {capability, in.text(u"operation"_s, operationRule())};
    endpoint.summary = in.text(u"summary"_s);
    endpoint.serviceTime = in.milliseconds(u"serviceTimeMs"_s, serviceTimes);
    const auto operation = parseOperation(endpoint.id.operation);
    endpoint.idempotent = readIdempotent(in, operation);
    readStorage(in, operation, endpoint);
    endpoint.checksSession = in.flag(u"checksSession"_s, false);
    endpoint.answerBytes = in.integer(u"answerBytes"_s, {0, 8'388'608}, endpoint.answerBytes);
    in.object(u"contract"_s, Presence::Optional,
              [&](ObjectReader &each) { endpoint.contract = readContract(each); });
    in.objects(u"calls"_s, Presence::Optional,
               [&](ObjectReader &each) { endpoint.calls.push_back(readCall(each)); });
    return endpoint;
}

Consumption readConsumption(ObjectReader &in)
{
    Consumption consumption;
    consumption.topic.value = in.text(u"topic"_s, json::dottedIdentifier());
    consumption.serviceTime = in.milliseconds(u"serviceTimeMs"_s, serviceTimes);
    return consumption;
}

void readLimits(ObjectReader &in, Capability &capability)
{
    capability.workers = in.integer(u"workers"_s, {1, 1'024}, capability.workers);
    capability.queueLimit = in.integer(u"queueLimit"_s, {0, 100'000}, capability.queueLimit);
    capability.inFlightLimit = in.integer(u"inFlightLimit"_s, {1, 100'000}, capability.inFlightLimit);
    capability.memoryMegabytes = in.integer(u"memoryMegabytes"_s, {1, 1'000'000}, capability.memoryMegabytes);
    if (capability.inFlightLimit < capability.workers) {
        in.report(
            u"inFlightLimit"_s,
            u"%1 in flight can never keep %2 workers busy. Raise \"inFlightLimit\" or lower \"workers\"."_s
                .arg(capability.inFlightLimit)
                .arg(capability.workers));
    }
}

} // namespace

json::TextRule operationRule()
{
    return {[](const QString &text) { return parseOperation(text).has_value(); },
            u"a method and a path (\"GET /products/{id}\")"_s};
}

Capability readCapability(ObjectReader &in)
{
    Capability capability;
    capability.id.value = in.text(u"id"_s, json::identifier());
    capability.title = in.text(u"title"_s);
    capability.purpose = in.text(u"purpose"_s);
    capability.team.value = in.text(u"team"_s, json::identifier());
    in.objects(u"endpoints"_s, Presence::Required, [&](ObjectReader &each) {
        capability.endpoints.push_back(readEndpoint(each, capability.id));
    });
    for (const QString &topic : in.texts(u"publishes"_s, json::dottedIdentifier(), Presence::Optional))
        capability.publishes.push_back({topic});
    in.objects(u"consumes"_s, Presence::Optional,
               [&](ObjectReader &each) { capability.consumes.push_back(readConsumption(each)); });
    for (const QString &name : in.texts(u"owns"_s, json::sentence(), Presence::Optional))
        capability.owns.push_back(name);
    for (auto &endpoint : capability.endpoints)
        endpoint.storeAccesses = capability.owns.empty() ? 0 : endpoint.storeAccesses;
    capability.bootTime = std::chrono::round<std::chrono::milliseconds>(
        in.milliseconds(u"bootTimeMs"_s, bootTimes, capability.bootTime));
    readLimits(in, capability);
    return capability;
}

} // namespace model::system
