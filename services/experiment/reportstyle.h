// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace services::experiment {

// The style sheet of a report's page, light and dark.
QString reportStyle();

} // namespace services::experiment
