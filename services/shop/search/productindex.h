// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

namespace services::shop::search {

using storage::Database;
using storage::Result;

// What the index keeps of a product: enough to answer without the catalogue.
struct IndexedProduct
{
    QString id;
    QString name;
    QString description;
    QString category;
    std::int64_t price = 0; // cents
    QString currency;
    std::int64_t version = 0; // the catalogue's; an older one never replaces a newer one
};

// The full-text index; the only place with its SQL. Thread of its database.
class ProductIndex
{
public:
    explicit ProductIndex(Database &database);

    // Products in which every word of the text begins some word, best first, and how many there are; none
    // for a text without words. As the JSON which the store itself writes.
    Result<QByteArray> findAsJson(const QString &text, int limit) const;
    // Adds or replaces, unless the same or a newer version is known; answers whether it did.
    Result<bool> put(const IndexedProduct &product);

private:
    Database &m_database;
};

} // namespace services::shop::search
