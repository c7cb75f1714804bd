// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace.h"

#include <model/result/result.h>

namespace app::session {

// The one file in which the workspace lives, in the platform's place for what a program remembers
// (XDG_STATE_HOME/faultline/workspace.json). A file that cannot be understood is set aside under another
// name. GUI thread; small.
class WorkspaceFile
{
public:
    explicit WorkspaceFile(QString path = {}); // empty: the usual place

    struct Loaded
    {
        Workspace workspace;
        QString notice; // what a person should know; empty: all is well
    };
    Loaded load() const;
    // Atomic. An error names the file.
    model::result::Result<void> save(const Workspace &workspace) const;
    const QString &path() const { return m_path; }

private:
    QString m_path;
};

} // namespace app::session
