// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fault.h"

#include <model/packaging/packaging.h>
#include <model/result/checked.h>
#include <model/system/system.h>

namespace model::operation {

// The settings which its kind does not have, or which are out of their range.
result::Errors settingErrors(const Fault &fault);

// Why a fault cannot be done to the system: it names what is not there, a line that no call uses, a queue
// that nobody reads, a database of who stores nothing, a setting out of its range. Empty: it can.
result::Errors errorsOf(const Fault &fault, const system::System &system);

// Why it cannot be done to a fleet of that packaging, whose system it fits: there is no such instance.
result::Errors errorsOf(const Fault &fault, const packaging::Packaging &packaging);

} // namespace model::operation
