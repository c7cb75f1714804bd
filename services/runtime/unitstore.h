// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "endorder.h"
#include "instanceplan.h"

#include <services/storage/database.h>

namespace services::runtime {

using model::result::Result;

// Opens the database of an instance's unit: made from its template and filled when it is not there yet,
// brought up to the latest schema in any case. In the instance's thread. The order is looked at between the
// steps, which may be long: then Cancelled. Outlives the database.
Result<std::unique_ptr<storage::Database>> openUnitStore(const InstancePlan &plan, const EndOrder &order);

} // namespace services::runtime
