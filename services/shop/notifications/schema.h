// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

namespace services::shop::notifications {

// The sent mail. There is no first data: nobody was written to yet.
std::vector<storage::Migration> migrations();

} // namespace services::shop::notifications
