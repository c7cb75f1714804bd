// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit.h"

#include <QJsonObject>

namespace services::experiment {

// The shape that other programs read (resources/schema/audit.schema.json):
// {"wrong","inFlight","resolved","waiting","damages":{...},"findings":[...],...}.
QJsonObject toJson(const Audit &audit);
// What such an object says; what is not in it is as in an empty audit.
Audit auditOf(const QJsonObject &json);

} // namespace services::experiment
