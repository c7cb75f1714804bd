// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packaging.h"

#include <model/system/system.h>

#include <QStringList>

#include <optional>

namespace model::packaging {

// Everything in one unit, named after the system ("shop"). Packaging id "monolith".
Packaging monolith(const system::System &system);
// One unit for each team that has capabilities, named after the team. Packaging id "by-team".
Packaging byTeam(const system::System &system);
// One unit for each capability, named after it. Packaging id "microservices".
Packaging microservices(const system::System &system);

// By its id, as on the command line; nothing when there is no such preset.
std::optional<Packaging> preset(const QString &id, const system::System &system);
// "monolith", "by-team", "microservices"
QStringList presetIds();

} // namespace model::packaging
