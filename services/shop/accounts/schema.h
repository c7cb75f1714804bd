// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

namespace services::shop::accounts {

// The accounts and the sessions that were ended before they expired.
std::vector<storage::Migration> migrations();
// Registers the demonstration's customers. The database is fresh and migrated.
storage::Result<void> seed(storage::Database &database);

} // namespace services::shop::accounts
