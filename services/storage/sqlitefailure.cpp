// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sqlitefailure.h"

#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace services::storage {

using model::result::Error;
using model::result::Kind;

namespace {

Kind kindOfSystemError(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return Kind::Full;
    case EACCES:
    case EPERM:
    case EROFS:
        return Kind::ReadOnly;
    case ENOENT:
    case ENOTDIR:
        return Kind::NotFound;
    case EMFILE:
    case ENFILE:
        return Kind::Overloaded;
    case EIO:
    case ENXIO:
    case ENODEV:
    case ESTALE:
        return Kind::Unavailable;
    default:
        return Kind::Internal;
    }
}

// SQLite asks again for reading only, so the error it keeps of a file that it may not make is that there is
// none.
Kind kindOfMissingFile(const QString &file)
{
    return QFileInfo(file).absoluteDir().exists() ? Kind::ReadOnly : Kind::NotFound;
}

Kind kindOf(int code, int systemError)
{
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return Kind::Conflict;
    case SQLITE_FULL:
        return Kind::Full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Kind::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Kind::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Kind::Overloaded;
    case SQLITE_TOOBIG:
        return Kind::TooLarge;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return kindOfSystemError(systemError);
    default:
        return Kind::Internal;
    }
}

QString sentence(Kind kind, const QString &file, const QString &detail)
{
    switch (kind) {
    case Kind::Conflict:
        return u"The change contradicts what is stored in %1 (%2)"_s.arg(file, detail);
    case Kind::Full:
        return u"The disk that holds %1 is full: free some space and try again"_s.arg(file);
    case Kind::ReadOnly:
        return u"%1 cannot be written: allow writing to the file and its folder, or choose another data folder"_s
            .arg(file);
    case Kind::Corrupt:
        return u"%1 is damaged or not a database of ours (%2): restore a copy, or delete it to start afresh"_s
            .arg(file, detail);
    case Kind::Overloaded:
        return u"%1 is in use by others for too long (%2): try again"_s.arg(file, detail);
    case Kind::Unavailable:
        return u"%1 cannot be reached (%2): see whether its disk is there, then try again"_s.arg(file,
                                                                                                 detail);
    case Kind::NotFound:
        return u"%1 cannot be made: its folder does not exist"_s.arg(file);
    default:
        return u"%1: %2"_s.arg(file, detail);
    }
}

} // namespace

Disk::Trouble troubleOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return Disk::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Disk::Damaged;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return Disk::Lost;
    default:
        return {};
    }
}

Error describeFailure(sqlite3 *connection, int code, const QString &file)
{
    const int latest = errno;
    int systemError = connection != nullptr ? sqlite3_system_errno(connection) : 0;
    if (systemError == 0) // SQLite does not keep the one of a failed COMMIT
        systemError = latest;
    auto kind = kindOf(code, systemError);
    if (kind == Kind::NotFound)
        kind = kindOfMissingFile(file);
    const char *words = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    return {kind, sentence(kind, file, QString::fromUtf8(words)), file};
}

} // namespace services::storage
