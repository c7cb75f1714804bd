// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sourcetree.h"

#include <QMap>
#include <QSet>

namespace tests::source {

// Which folders and libraries each folder includes.
using Arrows = QMap<QString, QSet<QString>>;

// From the text of dependencies.txt; lines which cannot be read are added to `faults`.
Arrows listedArrows(const QByteArray &text, QStringList &faults);
// From each #include; what may not be included anywhere is added to `faults`.
Arrows actualArrows(const std::vector<SourceFile> &files, QStringList &faults);

// Everything that is wrong: arrows that are not listed, listed ones that nothing uses, against the direction
// app -> services -> model, in circles, and libraries outside the one folder that may know them.
QStringList dependencyFaults(const QByteArray &list, const std::vector<SourceFile> &files);

} // namespace tests::source
