// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QMap>

#include <optional>

namespace services::platform {

// The store of each capability of a fleet below the data folder; nothing when the system is not played by the
// shop, whose books are the only ones we can read, or has not all that keeps them.
std::optional<QMap<QString, QString>> bookFilesOf(const model::system::System &system,
                                                  const model::packaging::Packaging &packaging,
                                                  const QString &dataFolder);

} // namespace services::platform
