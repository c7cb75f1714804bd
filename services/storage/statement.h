// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"

struct sqlite3;
struct sqlite3_stmt;

namespace services::storage {

// One prepared statement; also the row that it stands on. Owned by its connection, or for a while by whoever
// runs it. Thread of the connection. Functions answer SQLite's own result codes.
class Statement final : public Row
{
public:
    Statement() = default;
    ~Statement() override;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // Takes the first statement of `sql` and moves the view past it; there may be none (a comment):
    // isEmpty().
    int prepare(sqlite3 *connection, QByteArrayView &sql);
    bool isEmpty() const { return m_statement == nullptr; }
    std::size_t parameters() const;
    // The values must stay until rewind().
    int bind(const Values &values);
    int step();
    // Lets go of the row, the locks and the values; ready to run again.
    void rewind();

    std::int64_t integer(int column) const override;
    double real(int column) const override;
    QString text(int column) const override;
    QByteArray bytes(int column) const override;
    bool isNull(int column) const override;

private:
    int bindOne(int position, const Value &value);

    sqlite3_stmt *m_statement = nullptr;
};

} // namespace services::storage
