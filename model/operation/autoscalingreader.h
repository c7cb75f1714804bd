// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "autoscaling.h"

#include <model/json/objectreader.h>
#include <model/result/checked.h>

namespace model::operation {

// Reads the settings of an autoscaler from the members of an object, and reports what is wrong with them:
//     {"target": 0.6, "tolerance": 0.1, "fewest": 1, "most": 6, "scaleDownAfterMs": 15000}
// What is not said has its preset.
Autoscaling readAutoscaling(json::ObjectReader &in);
// The same of a text of its own, whose subject in errors is `source`.
result::Checked<Autoscaling> readAutoscaling(const QByteArray &text, const QString &source);

} // namespace model::operation
