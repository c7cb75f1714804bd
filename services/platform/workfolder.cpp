// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <optional>

namespace services::platform {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

namespace {

constexpr int daysKept = 7;
constexpr int mostTakenUp = 5; // without a good end

// Beside the stores: what they are for, and how often they were taken up.
struct Label
{
    QByteArray purpose;
    int timesTakenUp = 0;

    static QString fileIn(const QString &entry) { return entry + u"/label"_s; }
    static std::optional<Label> read(const QString &entry)
    {
        QFile file(fileIn(entry));
        if (!file.open(QFile::ReadOnly))
            return std::nullopt;
        const int times = file.readLine().trimmed().toInt();
        return Label{file.readAll(), times};
    }
    bool write(const QString &entry) const
    {
        QSaveFile file(fileIn(entry));
        return file.open(QFile::WriteOnly)
            && file.write(QByteArray::number(timesTakenUp) + '\n' + purpose) > 0 && file.commit();
    }
};

std::unique_ptr<QLockFile> lockOf(const QString &entry)
{
    auto lock = std::make_unique<QLockFile>(entry + u".lock"_s);
    lock->setStaleLockTime(0); // it is held for as long as its program lives
    return lock->tryLock() ? std::move(lock) : nullptr;
}

// One that is half removed has no label.
void removeEntry(const QString &entry)
{
    QFile::remove(Label::fileIn(entry));
    QDir(entry).removeRecursively();
}

bool isOld(const QFileInfo &entry)
{
    return entry.lastModified() < QDateTime::currentDateTimeUtc().addDays(-daysKept);
}

} // namespace

Result<WorkFolder> WorkFolder::take(const QString &root, const QByteArray &purpose)
{
    const auto readOnly = [&root] {
        return failure(Kind::ReadOnly,
                       u"Nothing can be written in %1: free some space, or set XDG_DATA_HOME"_s.arg(root),
                       root);
    };
    if (!QDir().mkpath(root))
        return readOnly();
    const QDir home(root);
    for (const auto &found : home.entryInfoList({u"shops-*"_s}, QDir::Dirs, QDir::Time)) {
        const QString entry = found.absoluteFilePath();
        auto lock = lockOf(entry);
        if (!lock)
            continue;
        auto label = Label::read(entry);
        if (label && label->purpose == purpose && label->timesTakenUp++ < mostTakenUp && label->write(entry))
            return WorkFolder(entry, std::move(lock), true);
        if (!label || isOld(found))
            removeEntry(entry);
    }
    const QString entry
        = home.absoluteFilePath(u"shops-"_s + QUuid::createUuid().toString(QUuid::Id128).left(12));
    auto lock = lockOf(entry);
    if (!lock || !home.mkpath(entry + u"/stores"_s) || !Label{purpose}.write(entry))
        return readOnly();
    return WorkFolder(entry, std::move(lock), false);
}

WorkFolder::WorkFolder(QString entry, std::unique_ptr<QLockFile> lock, bool isTakenUp)
    : m_entry(std::move(entry))
    , m_lock(std::move(lock))
    , m_isTakenUp(isTakenUp)
{
}

WorkFolder::~WorkFolder()
{
    if (m_lock)
        removeEntry(m_entry);
}

QString WorkFolder::path() const
{
    return m_entry + u"/stores"_s;
}

QByteArray purposeOf(const model::system::System &system,
                     const std::vector<model::packaging::Packaging> &packagings)
{
    QStringList lines{QStringLiteral(FAULTLINE_VERSION), system.id};
    for (const auto &capability : system.capabilities)
        lines.append(capability.id.value);
    for (const auto &packaging : packagings) {
        for (const auto &unit : packaging.units)
            lines.append(packaging.id.value + u' ' + unit.id.value);
    }
    return lines.join(u'\n').toUtf8();
}

QString usualWorkRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/faultline/work"_s;
}

} // namespace services::platform
