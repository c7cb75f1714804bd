// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filewriting.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace app::shell {

QFuture<QString> writeFile(const QString &path, std::function<QByteArray()> content)
{
    return inBackground<QString>([path, content = std::move(content)] {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            const auto bytes = content();
            if (file.write(bytes) == bytes.size() && file.commit())
                return QString();
        }
        return QCoreApplication::translate("app::shell::FileWriting",
                                           "%1 could not be written: %2. Choose another place.")
            .arg(QDir::toNativeSeparators(path), file.errorString());
    });
}

} // namespace app::shell
