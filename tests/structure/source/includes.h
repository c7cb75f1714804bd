// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sourcetree.h"

namespace tests::source {

// One #include.
struct Include
{
    QString name;
    bool quoted = false; // "file.h" and not <file.h>
    int line = 0;
};

std::vector<Include> includesOf(const SourceFile &file);

// The library or folder that an include in angle brackets comes from: "model/system", "Qt", "QCoro",
// "openssl"... Empty: the standard library or the operating system, which anyone may use. Null: nobody knows
// it.
QString originOf(const QString &name);

// Whether a header of Qt belongs to one of these modules ("QtGui"), as the installed headers tell.
bool isOfQtModule(const QString &name, const QStringList &modules);

} // namespace tests::source
