// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <QStringList>

namespace services::lab {

// `faults`: each kind of fault in plain words, and how it is written.
ExitCode faults(const QStringList &arguments);

} // namespace services::lab
