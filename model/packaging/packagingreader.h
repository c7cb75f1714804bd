// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "packaging.h"

#include <model/result/checked.h>
#include <model/system/system.h>

#include <QByteArray>

namespace model::packaging {

// Reads and checks a packaging's file (resources/schema/packaging.schema.json) against the system it
// packages: each capability must be in exactly one unit. Every error is reported at once, as by SystemReader.
// Stateless; any thread; blocks while it reads.
class PackagingReader
{
public:
    static result::Checked<Packaging> readFile(const QString &path, const system::System &system);
    static result::Checked<Packaging>
    readText(const QByteArray &text, const QString &file, const system::System &system);
};

// The same format, for saving: reading it gives an equal packaging.
QByteArray toJson(const Packaging &packaging);

} // namespace model::packaging
