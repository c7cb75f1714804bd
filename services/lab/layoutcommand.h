// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <QStringList>

namespace services::lab {

// `layout --format svg|dot`: draws a system under a packaging, to stdout.
ExitCode layOut(const QStringList &arguments);

} // namespace services::lab
