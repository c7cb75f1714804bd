// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "policychange.h"

#include <model/json/objectreader.h>
#include <model/result/checked.h>
#include <model/system/system.h>

namespace model::operation {

// Reads what is done to the policies from the members of an object, and reports what is wrong with them:
//     {"policies": "all"}                                                 one of the names, or a whole book:
//     {"policies": {"calls": {"timeout": {}}, "callExceptions": [...]}}
//     {"call": {"from": "orders", "to": "payments POST /charges"}, "policies": {"breaker": {"openForMs":
//     5000}}}
//     {"unit": "payments", "policies": "none"}
//     {"unit": "payments", "policies": {"shedding": {}, "calls": "none"}}
// A policy that is named is on; what it does not say has its preset. One that is not named is off. A unit is
// the one which holds the capability, with all that it calls; an object without "calls" leaves its calls as
// they are. The exceptions of a book are about calls, or about the instances of units.
PolicyChange readPolicyChange(json::ObjectReader &in, const system::System &system);
PolicyBook readPolicyBook(json::ObjectReader &in, const QString &key, const system::System &system);
// The same of a text of its own ({"policies": "none"}), whose subject in errors is `source`.
result::Checked<PolicyChange>
readPolicyChange(const QByteArray &text, const QString &source, const system::System &system);

} // namespace model::operation
