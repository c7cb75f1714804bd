// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storetemplates.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace services::storage {

namespace {

QString nameOf(const StoreTemplates::Recipe &recipe)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) { // with its length, so that no two lists look alike
        hash.addData(QByteArray::number(part.size()) + ' ');
        hash.addData(part);
    };
    for (const Migration &migration : recipe.migrations) {
        add(migration.owner.toUtf8());
        add(QByteArray::number(migration.number));
        add(migration.sql.toUtf8());
    }
    add(recipe.contents);
    return QString::fromLatin1(hash.result().toHex().left(32)) + u".db"_s;
}

QString unfinished(const QString &file)
{
    return file + u'.' + QUuid::createUuid().toString(QUuid::Id128) + u".part"_s;
}

// Others may be making the same file: the first one's stays, and is as good as ours.
Result<void> moveInPlace(const QString &from, const QString &to)
{
    QFile source(from);
    if (source.rename(to)) // never overwrites
        return {};
    const QString reason = source.errorString();
    source.remove();
    if (QFileInfo::exists(to))
        return {};
    return failure(Kind::ReadOnly, u"%1 cannot be made: %2"_s.arg(to, reason), to);
}

Result<void> copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    if (source.copy(to))
        return {};
    const QString reason = source.errorString();
    QFile::remove(to);
    const auto kind = source.error() == QFile::WriteError ? Kind::Full : Kind::ReadOnly;
    return failure(kind, u"%1 cannot be copied to %2: %3"_s.arg(from, to, reason), to);
}

} // namespace

StoreTemplates::StoreTemplates(QString folder)
    : m_folder(std::move(folder))
{
}

Result<void> StoreTemplates::provide(const QString &file, const Recipe &recipe)
{
    if (QFileInfo::exists(file))
        return {};
    const auto original = prepared(recipe);
    if (!original)
        return failure(original.error());
    const std::lock_guard lock(turnFor(file)); // instances of one unit start at the same time
    if (QFileInfo::exists(file))
        return {};
    // A log without its database is somebody's leftover; SQLite must not apply it to the new file.
    QFile::remove(file + u"-wal"_s);
    QFile::remove(file + u"-shm"_s);
    const QString copy = unfinished(file);
    if (auto copied = copyFile(*original, copy); !copied)
        return copied;
    return moveInPlace(copy, file);
}

Result<QString> StoreTemplates::prepared(const Recipe &recipe)
{
    const QString file = QDir(m_folder).filePath(nameOf(recipe));
    const std::lock_guard lock(turnFor(file));
    if (QFileInfo::exists(file))
        return file;
    if (!QDir().mkpath(m_folder))
        return failure(Kind::ReadOnly, u"The folder %1 cannot be made: allow writing there"_s.arg(m_folder),
                       m_folder);
    const QString draft = unfinished(file);
    auto made = prepare(draft, recipe);
    if (made)
        made = moveInPlace(draft, file);
    for (const QString &leftover : {draft, draft + u"-wal"_s, draft + u"-shm"_s})
        QFile::remove(leftover);
    if (!made)
        return failure(made.error());
    return file;
}

Result<void> StoreTemplates::prepare(const QString &file, const Recipe &recipe) const
{
    auto opened = Database::open(file);
    if (!opened)
        return failure(opened.error());
    Database &database = **opened;
    auto done
        = database.executeScript(u"PRAGMA synchronous = OFF"_s); // a draft is thrown away when unfinished
    if (done)
        done = database.migrate(recipe.migrations);
    if (done && recipe.fill)
        done = recipe.fill(database);
    // All into the one file that is going to be copied, and onto the disk before it gets its name.
    if (done)
        done = database.executeScript(u"PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE)"_s);
    return done;
}

std::mutex &StoreTemplates::turnFor(const QString &file)
{
    const std::lock_guard lock(m_mutex);
    auto &turn = m_turns[file];
    if (!turn)
        turn = std::make_unique<std::mutex>();
    return *turn;
}

} // namespace services::storage
