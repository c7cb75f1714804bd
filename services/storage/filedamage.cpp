// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filedamage.h"

#include "plainconnection.h"

#include <QFile>

#include <sqlite3.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace services::storage {

namespace {

constexpr sqlite3_int64 databaseHeader = 100; // bytes, https://sqlite.org/fileformat.html
constexpr qint64 logHeader = 32;
constexpr int pieceSize = 64 * 1024;

QByteArray rubbish(qint64 size)
{
    return QByteArray(static_cast<qsizetype>(std::min<qint64>(size, pieceSize)), '\xa5');
}

Result<void> copyPages(PlainConnection &from, PlainConnection &to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (backup == nullptr)
        return failure(to.failed(sqlite3_errcode(to.handle())));
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    return code == SQLITE_OK ? Result<void>() : failure(to.failed(code));
}

// Ready to be put in place: in one file, with the journal mode of ours.
Result<void> copyInto(const QString &file, const QString &draft)
{
    auto from = PlainConnection::open(file);
    if (!from)
        return failure(from.error());
    auto to = PlainConnection::open(draft, true);
    if (!to)
        return failure(to.error());
    auto done = copyPages(**from, **to);
    if (done)
        done = (*to)->execute("PRAGMA journal_mode = WAL");
    return done;
}

// By SQLite's own handle: closing another one would let go of the locks that this process has on the file.
Result<void> damagePages(const QString &file)
{
    auto connection = PlainConnection::open(file);
    if (!connection)
        return failure(connection.error());
    sqlite3_file *pages = nullptr;
    sqlite3_int64 size = 0;
    int code = sqlite3_file_control((*connection)->handle(), "main", SQLITE_FCNTL_FILE_POINTER, &pages);
    if (code == SQLITE_OK)
        code = pages->pMethods->xFileSize(pages, &size);
    for (auto at = databaseHeader; code == SQLITE_OK && at < size;) {
        const auto piece = rubbish(size - at);
        code = pages->pMethods->xWrite(pages, piece.constData(), static_cast<int>(piece.size()), at);
        at += piece.size();
    }
    return code == SQLITE_OK ? Result<void>() : failure((*connection)->failed(code));
}

// SQLite never locks its log.
Result<void> damageLog(const QString &path)
{
    QFile log(path);
    if (!log.exists())
        return {};
    bool done = log.open(QFile::ReadWrite) && log.seek(std::min(logHeader, log.size()));
    while (done && !log.atEnd()) {
        const auto piece = rubbish(log.size() - log.pos());
        done = log.write(piece) == piece.size();
    }
    if (done && log.flush())
        return {};
    return failure(Kind::ReadOnly, u"%1 cannot be written: %2"_s.arg(path, log.errorString()), path);
}

} // namespace

Result<void> copyAside(const QString &file, const QString &copy)
{
    const QString draft = copy + u".part"_s;
    QFile::remove(draft);
    auto done = copyInto(file, draft);
    if (done && std::rename(QFile::encodeName(draft).constData(), QFile::encodeName(copy).constData()) != 0)
        done = failure(Kind::ReadOnly, u"%1 cannot be made"_s.arg(copy), copy);
    for (const QString &leftover : {draft, draft + u"-wal"_s, draft + u"-shm"_s})
        QFile::remove(leftover);
    return done;
}

Result<void> damageFile(const QString &file)
{
    auto damaged = damagePages(file);
    return damaged ? damageLog(file + u"-wal"_s) : damaged;
}

} // namespace services::storage
