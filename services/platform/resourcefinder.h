// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>

#include <QStringList>

namespace services::platform {

// Where the program's own files are: beside the program (../share/faultline, which in the build tree is a
// link to the sources) or in the XDG data folders; the first that has the file. Stateless, any thread.
class ResourceFinder
{
public:
    // Needs the QCoreApplication, which knows where the program is.
    ResourceFinder();
    explicit ResourceFinder(QStringList folders);

    // `name` is relative ("systems/shop.json"). NotFound names the folders that were looked into.
    model::result::Result<QString> find(const QString &name) const;

private:
    QStringList m_folders;
};

} // namespace services::platform
