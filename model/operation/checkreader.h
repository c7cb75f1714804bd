// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "expectation.h"

#include <model/json/objectreader.h>

#include <QStringList>

namespace model::operation {

// The members of a scenario's expectations which say what is expected, by what they are about.
QStringList journeyCheckKeys();
QStringList capabilityCheckKeys();

// Reads the check that one of these members begins, with the others which belong to it.
Check readCheck(json::ObjectReader &in, const QString &key);

} // namespace model::operation
