// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

namespace services::shop::cart {

// The items in the customers' carts, and how often each cart was ordered.
std::vector<storage::Migration> migrations();
// Fills the carts of the demonstration's customers. The database is fresh and migrated.
storage::Result<void> seed(storage::Database &database);

} // namespace services::shop::cart
