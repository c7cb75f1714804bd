// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fault.h"

#include <model/result/checked.h>
#include <model/system/system.h>

namespace model::operation {

// A fault as commands and files write it: KIND, then what it is done to, then settings that differ from their
// presets.
//
//     crash:catalogue          slow:payments,delay=800        poison-message:order.placed>notifications
//     crash:catalogue#2        cut-off:orders>payments        traffic-spike,factor=5
//     crash:catalogue@monolith (in that fleet only)           broker-down@microservices
//
// Reading what was written gives an equal fault.
QString textOf(const Fault &fault);

// How faults of the kind are written: "crash:CAPABILITY or crash:CAPABILITY#INSTANCE".
QString shapeOf(FaultKind kind);

// Everything that is wrong with the text, each in a sentence with a remedy, whose subject is the part of the
// text that it is about. Without a system, what the fault names is not looked up; errorsOf() can do so later.
result::Checked<Fault> readFault(const QString &text);
result::Checked<Fault> readFault(const QString &text, const system::System &system);

} // namespace model::operation
