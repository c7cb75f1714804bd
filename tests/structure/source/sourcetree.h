// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace tests::source {

// One file of the project. The path is relative to the source folder ("services/transport/router.cpp").
struct SourceFile
{
    QString path;
    QByteArray text;

    QString suffix() const; // "cpp"; of a name without a dot: empty
    QString folder() const; // "services/transport"
    // The part of the program that the file belongs to, two folders deep; sub-folders belong to it.
    QString module() const;
};

// All files below the named top folders, in the order of their paths.
std::vector<SourceFile> readTree(const QString &root, const QStringList &tops);
// The files which lie in the root itself.
std::vector<SourceFile> readRoot(const QString &root);

} // namespace tests::source
