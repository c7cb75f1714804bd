// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/journeystate.h>

#include <QString>

namespace app::wording {

// "working", "degraded", "down", "unknown": within a sentence about a journey.
QString words(model::operation::JourneyState state);

} // namespace app::wording
