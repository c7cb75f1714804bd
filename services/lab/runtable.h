// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/experiment/runresult.h>

namespace services::lab {

// A run as text: what customers could do before, during and after the fault in each fleet, and the
// expectations.
QString runTable(const experiment::RunResult &result, const model::system::System &system);

} // namespace services::lab
