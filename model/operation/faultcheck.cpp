// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultcheck.h"

#include "everyfault.h"
#include "faulttable.h"

#include <model/json/suggestion.h>

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace model::operation {

using namespace Qt::StringLiterals;
using result::Error;
using result::Errors;
using result::Kind;
using system::Capability;
using system::CapabilityId;
using system::System;

namespace {

Error wrong(const QString &subject, const QString &message)
{
    return {Kind::InvalidInput, message, subject};
}

QStringList namesOf(const std::vector<CapabilityId> &ids)
{
    QStringList names;
    for (const auto &id : ids)
        names.append(id.value);
    return names;
}

QStringList namesOf(const std::vector<Capability> &capabilities)
{
    QStringList names;
    for (const auto &capability : capabilities)
        names.append(capability.id.value);
    return names;
}

// The remedy of an unknown name.
QString instead(const QString &written, const QStringList &known)
{
    const QString near = json::didYouMean(written, known);
    return near.isEmpty() ? u" Write "_s + json::oneOf(known) + u'.' : near;
}

void checkCapability(const CapabilityId &id, const System &system, Errors &errors)
{
    if (system.capability(id) == nullptr)
        errors.push_back(wrong(id.value,
                               u"There is no capability \"%1\"."_s.arg(id.value)
                                   + instead(id.value, namesOf(system.capabilities))));
}

void checkLink(const Fault &fault, const System &system, Errors &errors)
{
    checkCapability(fault.target.capability, system, errors);
    checkCapability(fault.callee, system, errors);
    if (!errors.empty())
        return;
    const auto &caller = fault.target.capability.value;
    const auto callees = namesOf(calleesOf(*system.capability(fault.target.capability)));
    const bool backwards = fault.kind == FaultKind::CutOff
        && namesOf(calleesOf(*system.capability(fault.callee))).contains(caller);
    if (callees.contains(fault.callee.value) || backwards)
        return;
    const QString remedy = callees.isEmpty() ? u"It calls nobody: name the caller first."_s
                                             : u"It calls %1."_s.arg(callees.join(u", "_s));
    errors.push_back(
        wrong(fault.callee.value, u"%1 never calls %2. %3"_s.arg(caller, fault.callee.value, remedy)));
}

void checkQueue(const Fault &fault, const System &system, Errors &errors)
{
    QStringList topics;
    for (const auto &topic : system.topics)
        topics.append(topic.id.value);
    if (topics.isEmpty())
        errors.push_back(
            wrong(fault.topic.value, u"%1 has no messages. Choose another fault."_s.arg(system.title)));
    else if (system.topic(fault.topic) == nullptr)
        errors.push_back(wrong(fault.topic.value,
                               u"There is no topic \"%1\"."_s.arg(fault.topic.value)
                                   + instead(fault.topic.value, topics)));
    checkCapability(fault.target.capability, system, errors);
    if (!errors.empty())
        return;
    const auto consumers = system.consumersOf(fault.topic);
    if (std::ranges::find(consumers, fault.target.capability) != consumers.end())
        return;
    const auto names = namesOf(consumers);
    errors.push_back(
        wrong(fault.target.capability.value,
              u"%1 does not listen to %2. %3"_s.arg(
                  fault.target.capability.value, fault.topic.value,
                  names.isEmpty() ? u"Nobody does."_s : u"Those who do: %1."_s.arg(names.join(u", "_s)))));
}

void checkStore(const Fault &fault, const System &system, Errors &errors)
{
    checkCapability(fault.target.capability, system, errors);
    if (!errors.empty() || !system.capability(fault.target.capability)->owns.empty())
        return;
    QStringList owners;
    for (const auto &capability : system.capabilities) {
        if (!capability.owns.empty())
            owners.append(capability.id.value);
    }
    errors.push_back(wrong(
        fault.target.capability.value,
        u"%1 stores nothing. %2"_s.arg(fault.target.capability.value,
                                       owners.isEmpty() ? u"Nobody does here."_s
                                                        : u"Those who do: %1."_s.arg(owners.join(u", "_s)))));
}

} // namespace

Errors settingErrors(const Fault &fault)
{
    Errors errors;
    for (auto set = fault.settings.begin(); set != fault.settings.end(); ++set) {
        const QString name = QString::fromLatin1(word(set.key()));
        const auto range = rangeOf(fault.kind, set.key());
        const bool fits = range && set.value() >= range->minimum && set.value() <= range->maximum;
        if (!range)
            errors.push_back(wrong(name,
                                   u"\"%1\" has no setting \"%2\". Remove it."_s.arg(
                                       QLatin1StringView(description(fault.kind).word), name)));
        else if (!fits || (isWhole(set.key()) && set.value() != std::floor(set.value())))
            errors.push_back(wrong(name,
                                   u"\"%1\" cannot be %2. Write a %3 from %4 to %5."_s.arg(name)
                                       .arg(set.value())
                                       .arg(isWhole(set.key()) ? u"whole number"_s : u"number"_s)
                                       .arg(range->minimum, 0, 'f', QLocale::FloatingPointShortest)
                                       .arg(range->maximum, 0, 'f', QLocale::FloatingPointShortest)));
    }
    return errors;
}

Errors errorsOf(const Fault &fault, const System &system)
{
    Errors errors;
    switch (description(fault.kind).reach) {
    case FaultReach::Process:
    case FaultReach::Module:
        checkCapability(fault.target.capability, system, errors);
        break;
    case FaultReach::Link:
        checkLink(fault, system, errors);
        break;
    case FaultReach::Store:
        checkStore(fault, system, errors);
        break;
    case FaultReach::Queue:
        checkQueue(fault, system, errors);
        break;
    case FaultReach::Broker:
    case FaultReach::Customers:
        break;
    }
    const auto settings = settingErrors(fault);
    errors.insert(errors.end(), settings.begin(), settings.end());
    return errors;
}

Errors errorsOf(const Fault &fault, const packaging::Packaging &packaging)
{
    const auto &target = fault.target;
    const bool isElsewhere = !target.fleet.isEmpty() && target.fleet != packaging.id;
    const auto *unit = packaging.unitOf(target.capability);
    if (isElsewhere || unit == nullptr || target.instance <= unit->instances)
        return {};
    return {wrong(u"%1#%2"_s.arg(target.capability.value).arg(target.instance),
                  u"%1 has %2 in \"%3\". Name one of them, or none for all."_s.arg(
                      unit->id.value,
                      unit->instances == 1 ? u"1 instance"_s : u"%1 instances"_s.arg(unit->instances),
                      packaging.id.value))};
}

} // namespace model::operation
