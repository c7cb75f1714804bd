// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/fault.h>
#include <model/packaging/packaging.h>

#include <QString>

namespace model::analysis {

// What a fault does to all that its unit holds: "catalogue has crashed, and all of shop with it".
QString wordsOn(const operation::Fault &fault, const packaging::Unit &unit);

// "2 s", "250 ms"
QString timeInWords(double seconds);

} // namespace model::analysis
