// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sourcetree.h"

#include <QDir>
#include <QDirIterator>

#include <algorithm>

namespace tests::source {

using namespace Qt::StringLiterals;

namespace {

SourceFile read(const QDir &root, const QString &path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    return {root.relativeFilePath(path), opened ? file.readAll() : QByteArray()};
}

std::vector<SourceFile> readAll(const QDir &root, QDirIterator paths)
{
    std::vector<SourceFile> files;
    while (paths.hasNext())
        files.push_back(read(root, paths.next()));
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

} // namespace

QString SourceFile::suffix() const
{
    const QString name = path.section(u'/', -1);
    return name.contains(u'.') ? name.section(u'.', -1) : QString();
}

QString SourceFile::folder() const
{
    return path.contains(u'/') ? path.section(u'/', 0, -2) : QString();
}

QString SourceFile::module() const
{
    return folder().section(u'/', 0, 1);
}

std::vector<SourceFile> readTree(const QString &root, const QStringList &tops)
{
    std::vector<SourceFile> files;
    for (const QString &top : tops) {
        auto some
            = readAll(QDir(root), QDirIterator(root + u'/' + top, QDir::Files, QDirIterator::Subdirectories));
        std::ranges::move(some, std::back_inserter(files));
    }
    return files;
}

std::vector<SourceFile> readRoot(const QString &root)
{
    return readAll(QDir(root), QDirIterator(root, QDir::Files | QDir::Hidden));
}

} // namespace tests::source
