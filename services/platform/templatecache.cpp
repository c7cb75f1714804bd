// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "templatecache.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace services::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysUnused = 7;

// What the code seeds may change from build to build, without a new version.
QString buildStamp()
{
    const QFileInfo program(QCoreApplication::applicationFilePath());
    const auto text = u"%1 %2 %3"_s.arg(program.canonicalFilePath())
                          .arg(program.size())
                          .arg(program.lastModified().toMSecsSinceEpoch());
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

void removeUnused(const QDir &cache, const QString &ours)
{
    const auto stale = QDateTime::currentDateTimeUtc().addDays(-daysUnused);
    for (const auto &entry : cache.entryInfoList({u"stores-*"_s}, QDir::Dirs)) {
        if (entry.fileName() != ours && entry.lastModified() < stale)
            QDir(entry.filePath()).removeRecursively();
    }
}

// The folder's time of change says when it was used last.
bool touch(const QString &folder)
{
    QFile trial(folder + u"/used"_s);
    return trial.open(QIODevice::WriteOnly) && trial.remove();
}

} // namespace

QString templateCache()
{
    const QDir cache(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
                     + u"/faultline"_s);
    const QString ours = u"stores-"_s + buildStamp();
    const QString folder = cache.filePath(ours);
    if (!QDir().mkpath(folder) || !touch(folder))
        return {};
    removeUnused(cache, ours);
    return folder;
}

} // namespace services::platform
