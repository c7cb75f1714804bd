// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statement.h"

#include <sqlite3.h>

namespace services::storage {

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

int Statement::prepare(sqlite3 *connection, QByteArrayView &sql)
{
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &m_statement, &rest);
    if (code == SQLITE_OK)
        sql = sql.sliced(rest - sql.data());
    return code;
}

std::size_t Statement::parameters() const
{
    return static_cast<std::size_t>(sqlite3_bind_parameter_count(m_statement));
}

int Statement::bind(const Values &values)
{
    int position = 0;
    for (const Value &value : values) {
        if (const int code = bindOne(++position, value); code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

int Statement::bindOne(int position, const Value &value)
{
    if (const auto *integer = std::get_if<std::int64_t>(&value))
        return sqlite3_bind_int64(m_statement, position, *integer);
    if (const auto *real = std::get_if<double>(&value))
        return sqlite3_bind_double(m_statement, position, *real);
    if (const auto *text = std::get_if<QString>(&value)) {
        const QByteArray utf8 = text->toUtf8();
        return sqlite3_bind_text64(m_statement, position, utf8.constData(),
                                   static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    if (const auto *bytes = std::get_if<QByteArray>(&value))
        return sqlite3_bind_blob64(m_statement, position, bytes->constData(),
                                   static_cast<sqlite3_uint64>(bytes->size()), SQLITE_STATIC);
    return sqlite3_bind_null(m_statement, position);
}

int Statement::step()
{
    errno = 0; // what goes wrong now is told by it, not something earlier
    return sqlite3_step(m_statement);
}

void Statement::rewind()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {data, sqlite3_column_bytes(m_statement, column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

} // namespace services::storage
