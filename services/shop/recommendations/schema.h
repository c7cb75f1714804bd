// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

namespace services::shop::recommendations {

// Co-purchases, sales and the names as last seen.
std::vector<storage::Migration> migrations();
// Knows the best sellers of the first day. The database is fresh and migrated.
storage::Result<void> seed(storage::Database &database);
// How many pieces count as sold before anybody has bought anything.
std::int64_t soldOnTheFirstDay();

} // namespace services::shop::recommendations
