// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plainconnection.h"

#include "sqlitefailure.h"

#include <sqlite3.h>

namespace services::storage {

namespace {

constexpr int patienceMs = 2'000;

} // namespace

PlainConnection::PlainConnection(QString file)
    : m_file(std::move(file))
{
}

PlainConnection::~PlainConnection()
{
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<PlainConnection>> PlainConnection::open(const QString &file, bool makes)
{
    std::unique_ptr<PlainConnection> connection(new PlainConnection(file));
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE
        | (makes ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(file.toUtf8().constData(), &connection->m_handle, flags, nullptr);
    if (code != SQLITE_OK)
        return failure(connection->failed(code));
    sqlite3_busy_timeout(connection->m_handle, patienceMs);
    if (!makes)
        sqlite3_db_config(connection->m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return connection;
}

Result<void> PlainConnection::execute(const char *sql)
{
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>() : failure(failed(code));
}

Error PlainConnection::failed(int code) const
{
    return describeFailure(m_handle, code, m_file);
}

} // namespace services::storage
