// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

namespace services::shop::search {

// The full-text index and what its answers need.
std::vector<storage::Migration> migrations();
// Indexes the shop's first products. The database is fresh and migrated.
storage::Result<void> seed(storage::Database &database);

} // namespace services::shop::search
