// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fault.h"

#include <model/system/system.h>

#include <QString>

namespace model::operation {

// What a fault does, as part of a sentence: "payments hangs", "orders is cut off from payments", "instance 2
// of catalogue answers 800 ms later". English, like all words of the model.
QString words(const Fault &fault);

// Whom a fault takes, by the names which a reader knows them by.
struct FaultNames
{
    QString who;
    QString callee = {}; // of a link
};
// By their titles: "instance 2 of Catalogue".
FaultNames titlesOf(const Fault &fault, const system::System &system);
// The same of them, without the fleet: "Payments hangs".
QString words(const Fault &fault, const FaultNames &names);

// A number of a setting as people write it, with its unit: "800 ms", "16 MB/s", "30 %".
QString words(FaultSetting setting, double value);

} // namespace model::operation
