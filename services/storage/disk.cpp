// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "disk.h"

#include "diskfile.h"

#include <QByteArray>

#include <sqlite3.h>

#include <cerrno>

namespace services::storage {

// SQLite knows a VFS by its name and its address; this one is the system's own but for what opens and deletes
// files.
struct Disk::Vfs : sqlite3_vfs
{
    explicit Vfs(Disk &owner)
        : sqlite3_vfs(*sqlite3_vfs_find(nullptr))
        , disk(owner)
        , system(*sqlite3_vfs_find(nullptr))
    {
        static std::atomic<int> made = 0;
        ownName = "faultline-" + QByteArray::number(++made);
        zName = ownName.constData();
        pNext = nullptr;
        szOsFile = DiskFile::sizeFor(system);
        xOpen = [](sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags) {
            const auto &self = *static_cast<Vfs *>(vfs);
            return DiskFile::open({self.disk, self.system}, path, file, flags, outFlags);
        };
        xDelete = [](sqlite3_vfs *vfs, const char *path, int syncFolder) {
            auto &self = *static_cast<Vfs *>(vfs);
            if (!self.disk.state().has(Lost))
                return self.system.xDelete(&self.system, path, syncFolder);
            errno = EIO;
            return SQLITE_IOERR_DELETE;
        };
        sqlite3_vfs_register(this, 0);
    }
    ~Vfs() { sqlite3_vfs_unregister(this); }
    Vfs(const Vfs &) = delete;
    Vfs &operator=(const Vfs &) = delete;

    Disk &disk;
    sqlite3_vfs &system;
    QByteArray ownName;
};

Disk::Disk()
    : m_vfs(std::make_unique<Vfs>(*this))
{
}

Disk::~Disk() = default;

const char *Disk::name() const
{
    return m_vfs->zName;
}

void Disk::set(Trouble trouble, bool on)
{
    if (on)
        m_state.fetch_or(trouble);
    else
        m_state.fetch_and(~std::uint64_t{trouble});
}

void Disk::setDelay(std::chrono::nanoseconds delay)
{
    m_delay = delay.count();
    set(Slow, delay > std::chrono::nanoseconds::zero());
}

void Disk::renew()
{
    m_state.fetch_add(std::uint64_t{1} << troubleBits);
}

} // namespace services::storage
