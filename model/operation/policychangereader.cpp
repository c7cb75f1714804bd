// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policychangereader.h"

#include <model/json/message.h>
#include <model/json/suggestion.h>
#include <model/system/operation.h>

namespace model::operation {

using namespace Qt::StringLiterals;
using json::ObjectReader;
using json::Presence;
using std::chrono::milliseconds;

namespace {

constexpr double longest = 600'000; // milliseconds

milliseconds timeIn(ObjectReader &in, const QString &key, milliseconds preset, double least = 1)
{
    return std::chrono::round<milliseconds>(in.milliseconds(key, {least, longest}, preset));
}

void read(ObjectReader &in, TimeoutPolicy &policy)
{
    policy.limit = timeIn(in, u"limitMs"_s, policy.limit);
}

void read(ObjectReader &in, RetryPolicy &policy)
{
    policy.on = in.choice<RetryOn>(
        u"on"_s,
        {{u"lost-connections"_s, RetryOn::LostConnections}, {u"callee-failures"_s, RetryOn::CalleeFailures}},
        policy.on);
    policy.attempts = in.integer(u"attempts"_s, {1, 100}, policy.attempts);
    policy.backoff = timeIn(in, u"backoffMs"_s, policy.backoff, 0);
    policy.longestBackoff = timeIn(in, u"longestBackoffMs"_s, policy.longestBackoff, 0);
    policy.fullJitter = in.flag(u"fullJitter"_s, policy.fullJitter);
    policy.onlyIdempotent = in.flag(u"onlyIdempotent"_s, policy.onlyIdempotent);
    policy.hasBudget = in.flag(u"hasBudget"_s, policy.hasBudget);
    policy.budgetShare = in.number(u"budgetShare"_s, {0, 100}, policy.budgetShare);
    policy.budgetPerSecond = in.number(u"budgetPerSecond"_s, {0, 100'000}, policy.budgetPerSecond);
    policy.longestRetryAfter = timeIn(in, u"longestRetryAfterMs"_s, policy.longestRetryAfter, 0);
}

void read(ObjectReader &in, BreakerPolicy &policy)
{
    policy.window = timeIn(in, u"windowMs"_s, policy.window);
    policy.fewestCalls = in.integer(u"fewestCalls"_s, {1, 100'000}, policy.fewestCalls);
    policy.failureShare = in.number(u"failureShare"_s, {0, 1}, policy.failureShare);
    policy.slowAfter = timeIn(in, u"slowAfterMs"_s, policy.slowAfter);
    policy.slowShare = in.number(u"slowShare"_s, {0, 1}, policy.slowShare);
    policy.openFor = timeIn(in, u"openForMs"_s, policy.openFor);
    policy.trialCalls = in.integer(u"trialCalls"_s, {1, 1'000}, policy.trialCalls);
}

void read(ObjectReader &in, BulkheadPolicy &policy)
{
    policy.concurrent = in.integer(u"concurrent"_s, {1, 10'000}, policy.concurrent);
    policy.waiting = in.integer(u"waiting"_s, {0, 1'000}, policy.waiting);
}

void read(ObjectReader &in, FallbackPolicy &policy)
{
    policy.kind = in.choice<Fallback>(
        u"kind"_s, {{u"cached"_s, Fallback::Cached}, {u"static"_s, Fallback::Static}}, policy.kind);
    policy.freshFor = timeIn(in, u"freshForMs"_s, policy.freshFor);
}

void read(ObjectReader &in, SheddingPolicy &policy)
{
    policy.inFlightShare = in.number(u"inFlightShare"_s, {0.01, 1}, policy.inFlightShare);
}

void read(ObjectReader &in, EjectionPolicy &policy)
{
    policy.consecutiveFailures
        = in.integer(u"consecutiveFailures"_s, {1, 100'000}, policy.consecutiveFailures);
    policy.ejectFor = timeIn(in, u"ejectForMs"_s, policy.ejectFor);
    policy.mostEjected = in.number(u"mostEjected"_s, {0, 1}, policy.mostEjected);
}

template<typename Policy>
void readOne(ObjectReader &in, const QString &key, std::optional<Policy> &policy)
{
    in.object(key, Presence::Optional, [&](ObjectReader &each) { read(each, policy.emplace()); });
}

void readParts(ObjectReader &in, CallPolicies &policies)
{
    readOne(in, u"timeout"_s, policies.timeout);
    readOne(in, u"retry"_s, policies.retry);
    readOne(in, u"breaker"_s, policies.breaker);
    readOne(in, u"bulkhead"_s, policies.bulkhead);
    readOne(in, u"fallback"_s, policies.fallback);
}

void readParts(ObjectReader &in, UnitPolicies &policies)
{
    readOne(in, u"shedding"_s, policies.shedding);
    readOne(in, u"ejection"_s, policies.ejection);
}

PolicyBook readNamed(ObjectReader &in, const QString &key)
{
    json::Choices<PolicyBook> choices;
    for (const auto &name : policyBookNames())
        choices.emplace_back(name, *policyBookNamed(name));
    return in.choice(key, choices);
}

// A name, or an object which says each.
template<typename Policies>
Policies readPolicies(ObjectReader &in, Policies PolicyBook::*part, const QString &key = u"policies"_s)
{
    if (!in.isObject(key))
        return readNamed(in, key).*part;
    Policies policies;
    in.object(key, Presence::Required, [&](ObjectReader &each) { readParts(each, policies); });
    return policies;
}

QStringList capabilitiesOf(const system::System &system)
{
    QStringList ids;
    for (const auto &capability : system.capabilities)
        ids.append(capability.id.value);
    return ids;
}

system::CapabilityId readCapability(ObjectReader &in, const QString &key, const system::System &system)
{
    const system::CapabilityId id{in.text(key, json::identifier())};
    const auto known = capabilitiesOf(system);
    if (!id.isEmpty() && !known.contains(id.value))
        in.report(key,
                  u"There is no capability \"%1\".%2 Write %3."_s.arg(
                      id.value, json::didYouMean(id.value, known), json::oneOf(known)));
    return id;
}

// What the capability calls, as files write it.
QStringList calleesOf(const system::Capability &capability)
{
    QStringList callees;
    for (const auto &endpoint : capability.endpoints) {
        for (const auto &call : endpoint.calls)
            callees.append(system::written(call.to));
    }
    callees.removeDuplicates();
    return callees;
}

CallKey readCall(ObjectReader &in, const system::System &system)
{
    CallKey call;
    call.caller = readCapability(in, u"from"_s, system);
    const QString callee = in.text(u"to"_s);
    call.callee = system::parseEndpointId(callee).value_or(system::EndpointId{});
    const auto *caller = system.capability(call.caller);
    if (caller == nullptr || callee.isEmpty())
        return call; // has been reported
    const auto callees = calleesOf(*caller);
    if (callees.isEmpty())
        in.report(u"from"_s, u"\"%1\" calls nobody. Name another caller."_s.arg(call.caller.value));
    else if (!callees.contains(callee))
        in.report(u"to"_s,
                  u"\"%1\" does not call \"%2\".%3 Write %4."_s.arg(
                      call.caller.value, callee, json::didYouMean(callee, callees), json::oneOf(callees)));
    return call;
}

CallChange readCallChange(ObjectReader &in, const system::System &system)
{
    CallChange change;
    in.object(u"call"_s, Presence::Required,
              [&](ObjectReader &call) { change.call = readCall(call, system); });
    change.policies = readPolicies(in, &PolicyBook::calls);
    return change;
}

// A name is about all of it; an object says each, and what the unit calls only when it has "calls".
UnitChange readUnitChange(ObjectReader &in, const system::System &system)
{
    const auto key = u"policies"_s;
    UnitChange change;
    change.capability = readCapability(in, u"unit"_s, system);
    if (!in.isObject(key)) {
        const auto book = readNamed(in, key);
        change.policies = book.units;
        change.calls = book.calls;
        return change;
    }
    in.object(key, Presence::Required, [&](ObjectReader &each) {
        readParts(each, change.policies);
        if (each.has(u"calls"_s))
            change.calls = readPolicies(each, &PolicyBook::calls, u"calls"_s);
    });
    return change;
}

void readBook(ObjectReader &in, PolicyBook &book, const system::System &system)
{
    in.object(u"calls"_s, Presence::Optional, [&](ObjectReader &calls) { readParts(calls, book.calls); });
    in.object(u"units"_s, Presence::Optional, [&](ObjectReader &units) { readParts(units, book.units); });
    in.objects(u"callExceptions"_s, Presence::Optional, [&](ObjectReader &each) {
        const auto change = readCallChange(each, system);
        if (book.callExceptions.contains(change.call))
            each.report(u"call"_s, u"The policies of this call are said already. Remove one of the two."_s);
        book.callExceptions.insert(change.call, change.policies);
    });
    in.objects(u"unitExceptions"_s, Presence::Optional, [&](ObjectReader &each) {
        const auto capability = readCapability(each, u"unit"_s, system);
        if (book.unitExceptions.contains(capability))
            each.report(u"unit"_s, u"The policies of this unit are said already. Remove one of the two."_s);
        book.unitExceptions.insert(capability, readPolicies(each, &PolicyBook::units));
    });
}

} // namespace

PolicyBook readPolicyBook(ObjectReader &in, const QString &key, const system::System &system)
{
    if (!in.isObject(key))
        return readNamed(in, key);
    PolicyBook book;
    in.object(key, Presence::Required, [&](ObjectReader &each) { readBook(each, book, system); });
    return book;
}

PolicyChange readPolicyChange(ObjectReader &in, const system::System &system)
{
    if (in.has(u"call"_s) && in.has(u"unit"_s))
        in.report(u"unit"_s, u"Name a call or a unit, not both."_s);
    if (in.has(u"call"_s))
        return readCallChange(in, system);
    if (in.has(u"unit"_s))
        return readUnitChange(in, system);
    return readPolicyBook(in, u"policies"_s, system);
}

result::Checked<PolicyChange>
readPolicyChange(const QByteArray &text, const QString &source, const system::System &system)
{
    return json::checkedMessage<PolicyChange>(
        text, source, u"Send an object: {\"policies\": \"none\"}."_s,
        [&](ObjectReader &in, PolicyChange &change) { change = readPolicyChange(in, system); });
}

} // namespace model::operation
