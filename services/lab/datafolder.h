// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>

#include <QCommandLineParser>
#include <QTemporaryDir>

#include <memory>

namespace services::lab {

// Where a run keeps its databases: the folder of --data, or a temporary one that goes with this object.
class DataFolder
{
public:
    // ReadOnly when there is no folder and none can be made, or nothing can be written in it.
    static model::result::Result<DataFolder> of(const QCommandLineParser &parser);

    QString path() const { return m_path; }

private:
    QString m_path;
    std::unique_ptr<QTemporaryDir> m_temporary;
};

} // namespace services::lab
