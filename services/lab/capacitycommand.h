// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <QStringList>

namespace services::lab {

// `capacity`: measures waits and limits of a packaging on a real fleet, beside what is predicted.
ExitCode measureCapacity(const QStringList &arguments);

} // namespace services::lab
