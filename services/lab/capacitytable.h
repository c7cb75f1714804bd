// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/capacity/findings.h>

namespace services::lab {

// The findings for people: a line for each point and limit, and what the errors are altogether.
QString capacityTable(const capacity::Findings &findings);

} // namespace services::lab
