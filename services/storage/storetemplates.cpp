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
    return QString::fromLatin1(hash.result().toHex().left(32));
}

// Part of a template's name, so that one which was damaged meanwhile is noticed.
QString digestOf(const QByteArray &bytes)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256).toHex().left(32));
}

std::optional<QByteArray> bytesOf(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return std::nullopt;
    return source.readAll();
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

Result<void> writeFile(const QByteArray &bytes, const QString &file)
{
    QFile target(file);
    if (target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.flush())
        return {};
    const QString reason = target.errorString();
    const auto kind = target.isOpen() ? Kind::Full : Kind::ReadOnly;
    target.remove();
    return failure(kind, u"%1 cannot be written: %2. Is the disk full?"_s.arg(file, reason), file);
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
    if (auto written = writeFile(*original, copy); !written)
        return written;
    return moveInPlace(copy, file);
}

Result<QByteArray> StoreTemplates::prepared(const Recipe &recipe)
{
    const QString name = nameOf(recipe);
    const std::lock_guard lock(turnFor(name));
    if (auto kept = found(name))
        return *std::move(kept);
    if (!QDir().mkpath(m_folder))
        return failure(Kind::ReadOnly, u"The folder %1 cannot be made: allow writing there"_s.arg(m_folder),
                       m_folder);
    const QString draft = unfinished(QDir(m_folder).filePath(name));
    auto made = prepare(draft, recipe);
    const auto bytes = made ? bytesOf(draft) : std::nullopt;
    if (bytes)
        made = moveInPlace(draft, QDir(m_folder).filePath(u"%1-%2.db"_s.arg(name, digestOf(*bytes))));
    for (const QString &leftover : {draft, draft + u"-wal"_s, draft + u"-shm"_s})
        QFile::remove(leftover);
    if (!made)
        return failure(made.error());
    if (!bytes)
        return failure(Kind::ReadOnly, u"%1 cannot be read"_s.arg(draft), draft);
    return *bytes;
}

std::optional<QByteArray> StoreTemplates::found(const QString &name) const
{
    const QDir folder(m_folder);
    for (const QString &entry : folder.entryList({name + u"-*.db"_s}, QDir::Files)) {
        auto bytes = bytesOf(folder.filePath(entry));
        if (bytes && entry == u"%1-%2.db"_s.arg(name, digestOf(*bytes)))
            return bytes;
        QFile::remove(folder.filePath(entry)); // damaged: it is made anew
    }
    return std::nullopt;
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
