// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <QStringList>

namespace services::lab {

// `verify`: does faults to real fleets and compares what customers find with what is predicted.
ExitCode verify(const QStringList &arguments);

} // namespace services::lab
