// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "datafolder.h"

#include <QDir>
#include <QTemporaryFile>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

Result<DataFolder> DataFolder::of(const QCommandLineParser &parser)
{
    DataFolder folder;
    if (!parser.isSet(u"data"_s)) {
        folder.m_temporary = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/faultline-XXXXXX"_s);
        if (!folder.m_temporary->isValid())
            return failure(Kind::ReadOnly,
                           u"No temporary folder can be made: %1. Name a folder with --data."_s.arg(
                               folder.m_temporary->errorString()),
                           QDir::tempPath());
        folder.m_path = folder.m_temporary->path();
        return folder;
    }
    folder.m_path = QDir(parser.value(u"data"_s)).absolutePath();
    QTemporaryFile trial(folder.m_path + u"/trial-XXXXXX"_s);
    if (!QDir().mkpath(folder.m_path) || !trial.open())
        return failure(
            Kind::ReadOnly,
            u"Nothing can be written in this folder. Name one with --data that you may write to."_s,
            folder.m_path);
    return folder;
}

} // namespace services::lab
