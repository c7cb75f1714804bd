// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

namespace services::shop::inventory {

// The stock and what is set aside of it.
std::vector<storage::Migration> migrations();
// Fills the stock. The database is fresh and migrated.
storage::Result<void> seed(storage::Database &database);

} // namespace services::shop::inventory
