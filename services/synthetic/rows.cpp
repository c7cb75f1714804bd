// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rows.h"

namespace services::synthetic {

using namespace Qt::StringLiterals;
using model::system::CapabilityId;
using storage::failure;

namespace {

// Ids have no underscore, so that two capabilities of a unit never share a table.
QString tableOf(const CapabilityId &capability)
{
    return u"synthetic_"_s + QString(capability.value).replace(u'-', u'_');
}

} // namespace

Rows::Rows(storage::Database &database, const CapabilityId &capability)
    : m_database(database)
    , m_put(u"INSERT INTO %1 (subject, cause) VALUES (?, ?)"
            " ON CONFLICT (subject) DO UPDATE SET cause = excluded.cause"_s.arg(tableOf(capability)))
    , m_remove(u"DELETE FROM %1 WHERE subject = ?"_s.arg(tableOf(capability)))
    , m_find(u"SELECT subject, cause FROM %1 WHERE subject = ?"_s.arg(tableOf(capability)))
{
}

std::vector<storage::Migration> Rows::migrations(const CapabilityId &capability)
{
    return {{capability.value, 1,
             u"CREATE TABLE %1 (subject TEXT PRIMARY KEY, cause TEXT NOT NULL) WITHOUT ROWID"_s.arg(
                 tableOf(capability))}};
}

Result<void> Rows::put(const Row &row)
{
    return m_database.execute(m_put, {row.subject, row.cause}).map([](int) {});
}

Result<void> Rows::remove(const QString &subject)
{
    return m_database.execute(m_remove, {subject}).map([](int) {});
}

Result<std::optional<Row>> Rows::find(const QString &subject) const
{
    const auto rows = m_database.select<Row>(m_find, {subject}, [](const storage::Row &row) {
        return Row{row.text(0), row.text(1)};
    });
    if (!rows)
        return failure(rows.error());
    return rows->empty() ? std::nullopt : std::optional(rows->front());
}

} // namespace services::synthetic
