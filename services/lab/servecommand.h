// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <QStringList>

namespace services::lab {

// `serve`: runs fleets until SIGTERM or SIGINT; tells where they are in one JSON line.
ExitCode serve(const QStringList &arguments);

} // namespace services::lab
