// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "instanceplan.h"

#include <services/storage/database.h>

#include <atomic>

namespace services::runtime {

using model::result::Result;

// Opens the database of an instance's unit: made from its template and filled when it is not there yet,
// brought up to the latest schema in any case. In the instance's thread. `unwanted` is looked at between the
// steps, which may be long: then Cancelled.
Result<std::unique_ptr<storage::Database>> openUnitStore(const InstancePlan &plan,
                                                         const std::atomic<bool> &unwanted);

} // namespace services::runtime
