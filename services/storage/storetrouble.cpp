// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storetrouble.h"

#include "filedamage.h"
#include "plainconnection.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace services::storage {

namespace {

// A log belongs to the file that it was made for.
Result<void> putBack(const QString &copy, const QString &file)
{
    QFile::remove(file + u"-wal"_s);
    QFile::remove(file + u"-shm"_s);
    if (std::rename(QFile::encodeName(copy).constData(), QFile::encodeName(file).constData()) == 0)
        return {};
    return failure(Kind::ReadOnly, u"%1 cannot be restored: move %2 to its place by hand"_s.arg(file, copy),
                   file);
}

} // namespace

// Keeps everybody else from writing for as long as it lives.
class StoreTrouble::Lock
{
public:
    static Result<std::unique_ptr<Lock>> on(const QString &file)
    {
        auto connection = PlainConnection::open(file);
        if (!connection)
            return failure(connection.error());
        if (const auto begun = (*connection)->execute("BEGIN IMMEDIATE"); !begun)
            return failure(begun.error());
        auto lock = std::make_unique<Lock>();
        lock->m_connection = std::move(*connection);
        return lock;
    }

private:
    std::unique_ptr<PlainConnection> m_connection; // rolls back when it goes
};

StoreTrouble::StoreTrouble(QString file)
    : m_file(QFileInfo(file).absoluteFilePath())
    , m_copy(m_file + u".before-damage"_s)
    , m_disk(std::make_shared<Disk>())
{
    if (QFileInfo::exists(m_copy))
        std::ignore = putBack(m_copy, m_file); // if not, whoever opens the file is told
}

StoreTrouble::~StoreTrouble()
{
    std::ignore = make({});
}

StoreCondition StoreTrouble::condition() const
{
    const std::lock_guard lock(m_mutex);
    return m_condition;
}

Result<void> StoreTrouble::make(StoreCondition wanted)
{
    const std::lock_guard guard(m_mutex);
    Result<void> outcome;
    if (m_condition.damaged && !wanted.damaged)
        outcome = restore();
    m_condition.full = wanted.full;
    m_condition.lost = wanted.lost;
    m_condition.delay = wanted.delay;
    m_disk->set(Disk::Full, wanted.full);
    m_disk->set(Disk::Lost, wanted.lost);
    m_disk->setDelay(wanted.delay);
    m_condition.locked = wanted.locked;
    m_disk->set(Disk::Locked, wanted.locked);
    if (!wanted.locked)
        m_lock.reset();
    if (outcome && wanted.damaged && !m_condition.damaged)
        outcome = damage();
    if (outcome && wanted.locked && !m_lock && !m_condition.damaged) // what is damaged cannot be locked
        outcome = lock();
    return outcome;
}

Result<void> StoreTrouble::lock()
{
    auto lock = Lock::on(m_file);
    if (lock)
        m_lock = std::move(*lock);
    m_condition.locked = lock.has_value();
    m_disk->set(Disk::Locked, m_condition.locked);
    return lock ? Result<void>() : failure(lock.error());
}

// Under the write lock, so that nobody commits between the copy and the damage; and out of everybody's reach,
// so that nobody reads what is half damaged.
Result<void> StoreTrouble::damage()
{
    std::unique_ptr<Lock> ours;
    if (!m_lock) {
        auto taken = Lock::on(m_file);
        if (!taken)
            return failure(taken.error());
        ours = std::move(*taken);
    }
    if (auto copied = copyAside(m_file, m_copy); !copied)
        return copied;
    m_disk->set(Disk::Lost, true);
    m_disk->renew();
    auto damaged = damageFile(m_file);
    m_condition.damaged = true;
    m_disk->set(Disk::Damaged, true);
    ours.reset();
    m_lock.reset(); // of a file that nobody can read any more; taken anew when it is back
    m_disk->set(Disk::Lost, m_condition.lost);
    return damaged;
}

Result<void> StoreTrouble::restore()
{
    m_disk->set(Disk::Lost, true);
    m_disk->renew();
    auto restored = putBack(m_copy, m_file);
    if (restored) {
        m_condition.damaged = false;
        m_disk->set(Disk::Damaged, false);
    }
    m_disk->set(Disk::Lost, m_condition.lost);
    return restored;
}

} // namespace services::storage
