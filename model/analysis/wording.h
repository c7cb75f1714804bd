// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ground.h"

#include <QString>

namespace model::analysis {

// What a fault does, and to all that its unit holds, by the titles that people know: "Catalogue has crashed,
// and all of Shop with it".
QString wordsOn(const operation::Fault &fault, const Ground &ground);

// "2 s", "250 ms"
QString timeInWords(double seconds);

} // namespace model::analysis
