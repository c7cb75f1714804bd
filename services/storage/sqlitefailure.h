// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "disk.h"

#include <model/result/error.h>

struct sqlite3;

namespace services::storage {

// What a failed SQLite call means to us: the kind to act on, and a sentence that names the file and a remedy.
// Call at once after the failure, in the thread of the connection, which may be null (it could not be made).
model::result::Error describeFailure(sqlite3 *connection, int code, const QString &file);

// The trouble of a disk that may be behind SQLite's result code; none: Trouble{}.
Disk::Trouble troubleOf(int code);

} // namespace services::storage
