// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

#include <QStringList>

namespace services::storage {

// What lies in one table of a database, in words.
struct TableReading
{
    QString name;
    std::int64_t rows = 0; // all of them
    QStringList columns;
    std::vector<QStringList>
        latest; // the newest rows first, where the table knows; as many as were asked for

    bool operator==(const TableReading &) const = default;
};

// The tables of that file whose names are one of the prefixes or continue it after an underscore ("cart":
// cart_items), in the order of their names. Bytes are told by how many they are, nothing by a dash. Never
// makes a file: NotFound when there is none. Reads for milliseconds, beside whoever writes. Any thread.
Result<std::vector<TableReading>> readTables(const QString &file, const QStringList &prefixes, int mostRows);

} // namespace services::storage
