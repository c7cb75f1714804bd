// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bookfiles.h"

#include <algorithm>

namespace services::platform {

using namespace Qt::StringLiterals;

std::optional<QMap<QString, QString>> bookFilesOf(const model::system::System &system,
                                                  const model::packaging::Packaging &packaging,
                                                  const QString &dataFolder)
{
    if (system.components != u"shop")
        return std::nullopt;
    QMap<QString, QString> files;
    for (const auto &capability : system.capabilities) {
        if (const auto *unit = packaging.unitOf(capability.id))
            files[capability.id.value] = u"%1/%2/%3.db"_s.arg(dataFolder, packaging.id.value, unit->id.value);
    }
    const QStringList keepers{u"orders"_s,    u"payments"_s,      u"inventory"_s,
                              u"shipping"_s,  u"notifications"_s, u"cart"_s,
                              u"catalogue"_s, u"search"_s,        u"recommendations"_s};
    const bool areAllThere
        = std::ranges::all_of(keepers, [&](const QString &keeper) { return files.contains(keeper); });
    return areAllThere ? std::optional(files) : std::nullopt;
}

} // namespace services::platform
