// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablereading.h"

#include <QFileInfo>

#include <algorithm>

namespace services::storage {

using namespace Qt::StringLiterals;

namespace {

struct KnownTable
{
    QString name;
    bool hasRowNumbers = true;
};

bool belongs(const QString &table, const QStringList &prefixes)
{
    return std::ranges::any_of(
        prefixes, [&](const QString &prefix) { return table == prefix || table.startsWith(prefix + u'_'); });
}

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(u'"', u"\"\""_s) + u'"';
}

// A column of any type, as one reads it.
QString inWords(const QString &column)
{
    return u"CASE typeof(%1) WHEN 'blob' THEN length(%1) || ' bytes' WHEN 'null' THEN '–' ELSE CAST(%1 AS TEXT) END"_s
        .arg(quoted(column));
}

Result<QStringList> columnsOf(const QString &table, Database &database)
{
    const auto names = database.select<QString>(u"SELECT name FROM pragma_table_info(?)"_s, {table},
                                                [](const Row &row) { return row.text(0); });
    if (!names)
        return failure(names.error());
    return QStringList(names->begin(), names->end());
}

Result<TableReading> read(const KnownTable &table, Database &database, int mostRows)
{
    TableReading reading;
    reading.name = table.name;
    auto columns = columnsOf(table.name, database);
    if (!columns)
        return failure(columns.error());
    reading.columns = *std::move(columns);
    const auto count = database.select<std::int64_t>(u"SELECT count(*) FROM "_s + quoted(table.name), {},
                                                     [](const Row &row) { return row.integer(0); });
    if (!count)
        return failure(count.error());
    reading.rows = count->front();
    QStringList words;
    for (const auto &column : reading.columns)
        words << inWords(column);
    const auto order = table.hasRowNumbers ? u" ORDER BY rowid DESC"_s : QString();
    auto rows = database.select<QStringList>(
        u"SELECT %1 FROM %2%3 LIMIT ?"_s.arg(words.join(u", "_s), quoted(table.name), order),
        {std::int64_t{mostRows}}, [&](const Row &row) {
            QStringList cells;
            for (int column = 0; column < reading.columns.size(); ++column)
                cells << row.text(column);
            return cells;
        });
    if (!rows)
        return failure(rows.error());
    reading.latest = *std::move(rows);
    return reading;
}

} // namespace

Result<std::vector<TableReading>> readTables(const QString &file, const QStringList &prefixes, int mostRows)
{
    if (!QFileInfo::exists(file))
        return failure(Kind::NotFound, u"There is no database at %1 yet"_s.arg(file), file);
    const auto database = Database::open(file);
    if (!database)
        return failure(database.error());
    const auto known = (*database)->select<KnownTable>(
        u"SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') "
        "ORDER BY name"_s,
        {}, [](const Row &row) {
            return KnownTable{row.text(0), row.integer(1) == 0};
        });
    if (!known)
        return failure(known.error());
    std::vector<TableReading> readings;
    for (const auto &table : *known) {
        if (!belongs(table.name, prefixes))
            continue;
        auto reading = read(table, **database, mostRows);
        if (!reading)
            return failure(reading.error());
        readings.push_back(*std::move(reading));
    }
    return readings;
}

} // namespace services::storage
