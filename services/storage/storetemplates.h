// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace services::storage {

// Starts stores as copies of prepared ones: the first store of a recipe is migrated and filled once, as a
// template in a folder; later ones are a file copy away. A template that was damaged is made anew. Templates
// of other recipes are left alone, so the folder may be kept between runs. Any thread, any number at once,
// also several programs on one folder of templates.
class StoreTemplates
{
public:
    // What a template is made of. Its name is a hash of `migrations` and `contents`.
    struct Recipe
    {
        std::vector<Migration> migrations;
        QByteArray contents; // names what `fill` writes, its version included; changes when `fill` does
        std::function<Result<void>(Database &)> fill; // may be empty; runs in the thread of the caller
    };

    explicit StoreTemplates(QString folder);

    // Makes `file` a store of this recipe; a file that exists stays as it is. Afterwards open and migrate it.
    Result<void> provide(const QString &file, const Recipe &recipe);

private:
    Result<QByteArray> prepared(const Recipe &recipe);
    std::optional<QByteArray> found(const QString &name) const;
    Result<void> prepare(const QString &file, const Recipe &recipe) const;
    std::mutex &turnFor(const QString &file);

    QString m_folder;
    std::mutex m_mutex;
    std::map<QString, std::unique_ptr<std::mutex>> m_turns; // by file; guarded by m_mutex
};

} // namespace services::storage
