// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <QStringList>

namespace services::lab {

// `check SYSTEM.json`: says everything that is wrong with a system's file.
ExitCode check(const QStringList &arguments);

} // namespace services::lab
