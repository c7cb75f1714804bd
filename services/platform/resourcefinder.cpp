// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resourcefinder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace services::platform {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

namespace {

QStringList usualFolders()
{
    QStringList folders{QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/../share/faultline"_s)};
    for (const auto &folder : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation))
        folders.append(folder + u"/faultline"_s);
    return folders;
}

} // namespace

ResourceFinder::ResourceFinder()
    : ResourceFinder(usualFolders())
{
}

ResourceFinder::ResourceFinder(QStringList folders)
    : m_folders(std::move(folders))
{
}

Result<QString> ResourceFinder::find(const QString &name) const
{
    for (const auto &folder : m_folders) {
        const QString path = QDir(folder).filePath(name);
        if (QFileInfo(path).isFile())
            return path;
    }
    return failure(
        Kind::NotFound,
        u"The program's own file was not found in any of %1. Install the program again, or name a file."_s
            .arg(m_folders.join(u", "_s)),
        name);
}

} // namespace services::platform
