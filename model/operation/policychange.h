// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "policybook.h"

#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QStringList>

#include <optional>
#include <variant>

namespace model::operation {

// The policies that apply to one call from now on, instead of those for every call.
struct CallChange
{
    CallKey call;
    CallPolicies policies;
    bool operator==(const CallChange &) const = default;
};
// The policies that apply to the unit which holds the capability: to its instances, instead of those for
// every unit, and to all calls that it makes.
struct UnitChange
{
    system::CapabilityId capability;
    UnitPolicies policies;
    std::optional<CallPolicies> calls{}; // nothing: its calls keep those they have
    bool operator==(const UnitChange &) const = default;
};
// What somebody does to the policies in force: replaces all, or those of one call or unit.
using PolicyChange = std::variant<PolicyBook, CallChange, UnitChange>;

// A call whose policies are those for every call is no exception any more. The system and the packaging say
// what a unit calls.
PolicyBook changed(PolicyBook book,
                   const PolicyChange &change,
                   const system::System &system,
                   const packaging::Packaging &packaging);
// "all policies", "no policies for orders -> payments POST /charges", "policies of its own for payments".
QString words(const PolicyChange &change);
// The same by the titles of whom it is about: "no policies for Orders -> Payments POST /charges".
QString
words(const PolicyChange &change, const system::System &system, const packaging::Packaging &packaging);

// "none", "usual", "all": the books that have a name.
QStringList policyBookNames();
std::optional<PolicyBook> policyBookNamed(QStringView name);
// Its name; empty: it has none.
QString nameOf(const PolicyBook &book);

} // namespace model::operation
