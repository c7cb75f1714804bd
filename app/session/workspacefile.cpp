// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspacefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace app::session {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestWorkspace = 8 << 20; // bytes

// https://specifications.freedesktop.org/basedir-spec/latest/; Qt 6.4 does not know this place.
QString usualWorkspace()
{
    QString home = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(home))
        home = QDir::homePath() + u"/.local/state"_s;
    return home + u"/faultline/workspace.json"_s;
}

QString ofWorkspace(const char *text)
{
    return QCoreApplication::translate("app::session::WorkspaceFile", text);
}

} // namespace

WorkspaceFile::WorkspaceFile(QString path)
    : m_path(path.isEmpty() ? usualWorkspace() : std::move(path))
{
}

WorkspaceFile::Loaded WorkspaceFile::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {{},
                ofWorkspace("What you arranged is in %1, which cannot be read (%2).")
                    .arg(m_path, file.errorString())};
    const auto document = QJsonDocument::fromJson(file.read(largestWorkspace));
    const auto workspace = Workspace::fromJson(document.object());
    if (workspace.has_value())
        return {*workspace, {}};
    file.close();
    const auto stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString aside = u"%1.damaged-%2"_s.arg(m_path, stamp);
    return {{},
            ofWorkspace("The file with what you arranged was damaged. It was set aside as %1.")
                .arg(QFile::rename(m_path, aside) ? aside : m_path)};
}

model::result::Result<void> WorkspaceFile::save(const Workspace &workspace) const
{
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    const auto bytes = QJsonDocument(workspace.toJson()).toJson();
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner
                                | QFile::WriteOwner) // what was asked is nobody else's business
        || file.write(bytes) != bytes.size() || !file.commit())
        return model::result::failure(
            model::result::Kind::ReadOnly,
            ofWorkspace("What you arranged could not be saved: %1.").arg(file.errorString()), m_path);
    return {};
}

} // namespace app::session
