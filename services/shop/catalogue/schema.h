// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

namespace services::shop::catalogue {

// The products table.
std::vector<storage::Migration> migrations();
// Puts the shop's first products on the shelf. The database is fresh and migrated.
storage::Result<void> seed(storage::Database &database);

} // namespace services::shop::catalogue
