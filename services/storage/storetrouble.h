// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "database.h"
#include "storecondition.h"

#include <mutex>

struct sqlite3;

namespace services::storage {

// Makes the store of a unit suffer, for real, and heals it again: holds its write lock with a connection of
// its own, overwrites its file after it has set a copy aside, and owns the disk through which the unit's
// databases reach the file. Any thread; make() blocks for as long as reading and writing the file take. What
// is damaged when it goes is healed first; what is damaged when the program dies is healed by the next one
// for the same file.
class StoreTrouble
{
public:
    explicit StoreTrouble(QString file);
    ~StoreTrouble();
    StoreTrouble(const StoreTrouble &) = delete;
    StoreTrouble &operator=(const StoreTrouble &) = delete;

    // For Database::open(); outlives this.
    std::shared_ptr<const Disk> disk() const { return m_disk; }

    // Makes the store suffer this and nothing else. Nothing that was committed is lost by it: what is set
    // aside before damage is all there is, since nobody can commit from then on until the copy is back. After
    // an error (the file does not exist, the disk is really full, somebody keeps the lock for seconds) the
    // condition() is what could be made of it.
    Result<void> make(StoreCondition wanted);
    StoreCondition condition() const;

private:
    class Lock;
    Result<void> lock();
    Result<void> damage();
    Result<void> restore();

    const QString m_file;
    const QString m_copy; // set aside
    std::shared_ptr<Disk> m_disk;
    mutable std::mutex m_mutex;
    StoreCondition m_condition;
    std::unique_ptr<Lock> m_lock;
};

} // namespace services::storage
