// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

namespace services::shop::shipping {

// The parcels. There is no first data: nothing was sent yet.
std::vector<storage::Migration> migrations();

} // namespace services::shop::shipping
