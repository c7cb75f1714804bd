// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shortcomings.h"

#include <QJsonObject>

namespace services::verification {

// {"coverage","faults","journeysCompared","agreed","disagreements":[{"fault","packaging","policies","journey",
// "predicted","measured","why"}]} and more, as the schema of a verification says.
QJsonObject toJson(const Findings &findings, const Requirement &requirement = {});

// What was measured of a journey, in words: "degraded: 24 of 24 attempts succeeded, 24 of them degraded (24 x
// GET /api/search: remembered answers)".
QString measuredWords(const Comparison &comparison);

} // namespace services::verification
