// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

struct sqlite3;

namespace services::storage {

// A connection to a store's file that goes past its Disk, for those who make and heal its troubles. Waits two
// seconds for locks. Closing it leaves the log to others. Any thread, one at a time.
class PlainConnection
{
public:
    // Of a file that exists, or is made when `makes`.
    static Result<std::unique_ptr<PlainConnection>> open(const QString &file, bool makes = false);
    ~PlainConnection();
    PlainConnection(const PlainConnection &) = delete;
    PlainConnection &operator=(const PlainConnection &) = delete;

    Result<void> execute(const char *sql);
    sqlite3 *handle() const { return m_handle; }
    Error failed(int code) const;

private:
    explicit PlainConnection(QString file);

    QString m_file;
    sqlite3 *m_handle = nullptr;
};

} // namespace services::storage
