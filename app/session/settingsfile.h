// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings.h"

#include <model/result/result.h>

namespace app::session {

// The one file in which settings live, in the platform's usual place. A file that cannot be understood is set
// aside under another name, so that nothing is lost, and the program starts as if new. GUI thread; tiny.
class SettingsFile
{
public:
    // An empty path: the platform's usual place (XDG_CONFIG_HOME/faultline/settings.json).
    explicit SettingsFile(QString path = {});

    struct Loaded
    {
        Settings settings;
        QString notice; // what a person should know; empty: all is well
    };
    Loaded load();
    // Atomic. An error names the file.
    model::result::Result<void> save(const Settings &settings) const;
    const QString &path() const { return m_path; }

private:
    QString setAside() const;

    QString m_path;
};

} // namespace app::session
