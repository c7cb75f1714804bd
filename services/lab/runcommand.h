// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <QStringList>

namespace services::lab {

// `run SCENARIO.json`: plays a scenario on real fleets and says whether its expectations hold.
ExitCode run(const QStringList &arguments);

} // namespace services::lab
