// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

namespace services::shop::orders {

// The orders. There is no first data: nobody has ordered yet.
std::vector<storage::Migration> migrations();

} // namespace services::shop::orders
