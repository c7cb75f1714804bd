// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "line.h"

#include <QStringList>

#include <algorithm>

namespace app::inspector {

using namespace Qt::StringLiterals;
using model::operation::CallKey;
using model::system::Capability;
using model::system::CapabilityId;
using model::system::System;

namespace {

QString titles(const System &system, const std::vector<CapabilityId> &capabilities)
{
    QStringList titles;
    for (const auto &id : capabilities) {
        const QString title = system.titleOf(id);
        if (!titles.contains(title))
            titles << title;
    }
    return titles.join(u", "_s);
}

} // namespace

std::vector<CallKey> callsOf(const Capability &caller)
{
    std::vector<CallKey> calls;
    for (const auto &endpoint : caller.endpoints) {
        for (const auto &call : endpoint.calls) {
            const CallKey key{caller.id, call.to};
            if (std::ranges::find(calls, key) == calls.end())
                calls.push_back(key);
        }
    }
    return calls;
}

std::vector<Line> linesFrom(const Capability &caller, int fleet)
{
    std::vector<Line> lines;
    for (const auto &call : callsOf(caller)) {
        const auto known = std::ranges::find_if(lines, [&](const Line &line) {
            return line.calls.front().callee.capability == call.callee.capability;
        });
        if (known == lines.end())
            lines.push_back({fleet, {call}});
        else
            known->calls.push_back(call);
    }
    return lines;
}

Line lineBetween(const System &system,
                 const model::packaging::Packaging &packaging,
                 int fleet,
                 const std::pair<model::system::UnitId, model::system::UnitId> &ends)
{
    Line line{fleet, {}};
    for (const auto &capability : system.capabilities) {
        const auto *from = packaging.unitOf(capability.id);
        if (from == nullptr || from->id != ends.first)
            continue;
        for (const auto &call : callsOf(capability)) {
            const auto *to = packaging.unitOf(call.callee.capability);
            if (to != nullptr && to->id == ends.second)
                line.calls.push_back(call);
        }
    }
    return line;
}

Lines linesOf(const System &system, const model::packaging::Packaging &packaging, const Subject &subject)
{
    const auto isMeant = [&](const CapabilityId &id) {
        if (subject.capability.has_value())
            return *subject.capability == id;
        const auto *unit = packaging.unitOf(id);
        return unit != nullptr && unit->id == subject.unit;
    };
    Lines lines;
    for (const auto &capability : system.capabilities) {
        for (auto &line : linesFrom(capability, subject.fleet)) {
            if (isMeant(capability.id))
                lines.outgoing.push_back(std::move(line));
            else if (isMeant(line.calls.front().callee.capability))
                lines.incoming.push_back(std::move(line));
        }
    }
    return lines;
}

QString callersOf(const System &system, const Line &line)
{
    std::vector<CapabilityId> callers;
    for (const auto &call : line.calls)
        callers.push_back(call.caller);
    return titles(system, callers);
}

QString calleesOf(const System &system, const Line &line)
{
    std::vector<CapabilityId> callees;
    for (const auto &call : line.calls)
        callees.push_back(call.callee.capability);
    return titles(system, callees);
}

QString titleOf(const System &system, const Line &line)
{
    return u"%1 → %2"_s.arg(callersOf(system, line), calleesOf(system, line));
}

std::optional<model::system::Call> declared(const System &system, const CallKey &key)
{
    const auto *caller = system.capability(key.caller);
    if (caller == nullptr)
        return {};
    std::optional<model::system::Call> found;
    for (const auto &endpoint : caller->endpoints) {
        for (const auto &call : endpoint.calls) {
            const bool isStricter = call.necessity == model::system::Necessity::Required;
            if (call.to == key.callee && (!found.has_value() || isStricter))
                found = call;
        }
    }
    return found;
}

} // namespace app::inspector
