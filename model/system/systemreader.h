// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "system.h"

#include <model/result/checked.h>

#include <QByteArray>

namespace model::system {

// Reads and checks a system's file (resources/schema/system.schema.json). Every error is reported at once:
// its subject is "<file>#<JSON pointer>", its message says what was expected and what to do. Files over 8
// MiB, devices and folders are refused unread. Stateless; any thread; blocks while it reads.
class SystemReader
{
public:
    static result::Checked<System> readFile(const QString &path);
    // `file` names the origin of the text in errors.
    static result::Checked<System> readText(const QByteArray &text, const QString &file);
};

} // namespace model::system
