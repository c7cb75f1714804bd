// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>

#include <QStringList>

namespace services::lab {

// Where the program's own files are: beside the installed program (../share/faultline), in the XDG data
// folders, or in the source tree it was built from; the first that has the file. Stateless.
class ResourceFinder
{
public:
    ResourceFinder();
    explicit ResourceFinder(QStringList folders);

    // `name` is relative ("systems/shop.json"). NotFound names the folders that were looked into.
    model::result::Result<QString> find(const QString &name) const;

private:
    QStringList m_folders;
};

} // namespace services::lab
