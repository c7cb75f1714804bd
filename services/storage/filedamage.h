// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

namespace services::storage {

// Copies a store's file with all that is committed, page by page (https://sqlite.org/backup.html); the copy
// appears whole or not at all. The file may be in use, even locked against writing.
Result<void> copyAside(const QString &file, const QString &copy);

// Overwrites all pages of a store's file, and what its log holds, but for the first hundred bytes, which say
// that it is a database.
Result<void> damageFile(const QString &file);

} // namespace services::storage
