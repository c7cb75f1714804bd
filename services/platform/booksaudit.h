// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/result/result.h>
#include <model/system/system.h>
#include <services/shop/audit/books.h>

#include <optional>

namespace services::platform {

// The books of the shop that one fleet keeps below the data folder; nothing when the system is not played by
// the shop, whose books are the only ones we can read.
std::optional<model::result::Result<shop::audit::Books>> booksOf(const model::system::System &system,
                                                                 const model::packaging::Packaging &packaging,
                                                                 const QString &dataFolder);

} // namespace services::platform
