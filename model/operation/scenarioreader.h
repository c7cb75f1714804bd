// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "scenario.h"

#include <model/result/checked.h>
#include <model/system/system.h>

#include <QByteArray>

namespace model::operation {

// Reads and checks a scenario's file (resources/schema/scenario.schema.json) against the system it is played
// on. Every error is reported at once, as by SystemReader; those of a packaging file that it names come
// along. Such a file's path is relative to the scenario's folder. Stateless; any thread; blocks while it
// reads.
class ScenarioReader
{
public:
    static result::Checked<Scenario> readFile(const QString &path, const system::System &system);
    // `file` names the origin of the text in errors, and where packaging files are looked for.
    static result::Checked<Scenario>
    readText(const QByteArray &text, const QString &file, const system::System &system);
};

} // namespace model::operation
