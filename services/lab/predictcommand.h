// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <QStringList>

namespace services::lab {

// `predict`: what is left of a fleet while faults are in force, without running it; or, with --rank, what
// it can lose least.
ExitCode predict(const QStringList &arguments);

} // namespace services::lab
