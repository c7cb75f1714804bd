// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <QStringList>

namespace services::lab {

// `faultline-lab audit`: says whether the shop's books balance, in a data folder or in fleets that run.
ExitCode audit(const QStringList &arguments);

} // namespace services::lab
