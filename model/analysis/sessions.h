// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "stage.h"

namespace model::analysis {

// Which share of the sessions a capability takes for expired: by the difference between its clock and that of
// who has signed them.
struct Expired
{
    double share = 0;
    int reason = 0;
};
Expired expiredSessions(const Stage::Setting &setting, const Lot &lot);

} // namespace model::analysis
