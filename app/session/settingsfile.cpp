// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settingsfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace app::session {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

namespace {

constexpr qint64 mostBytes = 1 << 20;

QString usualPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/faultline/settings.json"_s;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("app::session::SettingsFile", text);
}

} // namespace

SettingsFile::SettingsFile(QString path)
    : m_path(path.isEmpty() ? usualPath() : std::move(path))
{
}

SettingsFile::Loaded SettingsFile::load()
{
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {{},
                tr("The settings in %1 cannot be read (%2); the usual ones are used.")
                    .arg(m_path, file.errorString())};
    const auto document = QJsonDocument::fromJson(file.read(mostBytes));
    const auto settings = Settings::fromJson(document.object());
    if (settings.has_value())
        return {*settings, {}};
    file.close();
    return {{},
            tr("The settings file was damaged. It was set aside as %1, and the usual settings are used.")
                .arg(setAside())};
}

QString SettingsFile::setAside() const
{
    const auto stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString aside = u"%1.damaged-%2"_s.arg(m_path, stamp);
    return QFile::rename(m_path, aside) ? aside : m_path;
}

model::result::Result<void> SettingsFile::save(const Settings &settings) const
{
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    const auto bytes = QJsonDocument(settings.toJson()).toJson();
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) // a broker's URL may have a password
        || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Kind::ReadOnly, tr("The settings could not be saved: %1.").arg(file.errorString()),
                       m_path);
    return {};
}

} // namespace app::session
