// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>
#include <services/storage/database.h>

namespace services::synthetic {

using storage::Result;

// What a synthetic capability has stored about one subject.
struct Row
{
    QString subject; // of requests and messages: whatever they name, or what was made for them
    QString cause; // the operation or topic that wrote it last
    bool operator==(const Row &) const = default;
};

// What a synthetic capability owns: a row for each subject; the only place with its SQL. Thread of its
// database.
class Rows
{
public:
    Rows(storage::Database &database, const model::system::CapabilityId &capability);

    static std::vector<storage::Migration> migrations(const model::system::CapabilityId &capability);

    Result<void> put(const Row &row);
    Result<void> remove(const QString &subject);
    Result<std::optional<Row>> find(const QString &subject) const;

private:
    storage::Database &m_database;
    QString m_put;
    QString m_remove;
    QString m_find;
};

} // namespace services::synthetic
