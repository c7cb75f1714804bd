// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <QStringList>

namespace services::lab {

// `generate`: writes the file of a system drawn by lot.
ExitCode generate(const QStringList &arguments);

} // namespace services::lab
