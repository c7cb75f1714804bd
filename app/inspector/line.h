// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subject.h"

#include <model/operation/policybook.h>

namespace app::inspector {

// All declared calls from one part of a fleet to another: what a line of the picture stands for, or the calls
// between two modules of one unit. A value.
struct Line
{
    int fleet = 0; // position among the fleets shown
    std::vector<model::operation::CallKey> calls; // without doubles, in the order of the system

    bool operator==(const Line &) const = default;
};

// All calls which a capability makes, without doubles.
std::vector<model::operation::CallKey> callsOf(const model::system::Capability &caller);

// The calls between two units; none: they do not call each other.
Line lineBetween(const model::system::System &system,
                 const model::packaging::Packaging &packaging,
                 int fleet,
                 const std::pair<model::system::UnitId, model::system::UnitId> &ends);

// What a unit or module calls, and who calls it: a line for each pair of capabilities.
struct Lines
{
    std::vector<Line> outgoing;
    std::vector<Line> incoming; // from others
};
// Those that begin at the capability, one for each that it calls.
std::vector<Line> linesFrom(const model::system::Capability &caller, int fleet);
Lines linesOf(const model::system::System &system,
              const model::packaging::Packaging &packaging,
              const Subject &subject);

// "Orders", or "Orders, Cart" when several call.
QString callersOf(const model::system::System &system, const Line &line);
QString calleesOf(const model::system::System &system, const Line &line);
QString titleOf(const model::system::System &system, const Line &line); // "Orders → Payments"
// What the system's file says of the call; nothing: it does not know it.
std::optional<model::system::Call> declared(const model::system::System &system,
                                            const model::operation::CallKey &call);

} // namespace app::inspector
