// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diskfile.h"

#include <cerrno>
#include <new>

namespace services::storage {

namespace {

constexpr int dataFiles = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;

} // namespace

DiskFile::DiskFile(const Disk &disk, bool holdsData)
    : sqlite3_file{nullptr}
    , m_disk(&disk)
    , m_calm(disk.state().withoutTroubles())
    , m_holdsData(holdsData)
{
}

int DiskFile::sizeFor(const sqlite3_vfs &system)
{
    static_assert(sizeof(DiskFile) % alignof(void *) == 0); // what follows it is aligned too
    return static_cast<int>(sizeof(DiskFile)) + system.szOsFile;
}

int DiskFile::open(Place place, const char *path, sqlite3_file *memory, int flags, int *outFlags)
{
    auto *file
        = new (memory) DiskFile(place.disk, (flags & dataFiles) != 0); // no methods yet: nothing to close
    file->system()->pMethods = nullptr;
    if (file->isLost()) {
        errno = EIO;
        return SQLITE_CANTOPEN;
    }
    const int code = place.system.xOpen(&place.system, path, file->system(), flags, outFlags);
    if (file->system()->pMethods == nullptr)
        return code;
    file->pMethods = file->system()->pMethods->iVersion >= 2 ? &sharingMethods() : &methods();
    return code;
}

bool DiskFile::isLost() const
{
    const auto state = m_disk->state();
    return state != m_calm && (state.has(Disk::Lost) || !state.isOfGenerationOf(m_calm));
}

int DiskFile::whenLost(int code) const
{
    if (!isLost())
        return SQLITE_OK;
    errno = EIO;
    return code;
}

int DiskFile::write(const void *bytes, int count, sqlite3_int64 offset)
{
    if (const int lost = whenLost(SQLITE_IOERR_WRITE); lost != SQLITE_OK)
        return lost;
    if (m_holdsData && m_disk->state().has(Disk::Full)) {
        errno = ENOSPC;
        return SQLITE_FULL;
    }
    return system()->pMethods->xWrite(system(), bytes, count, offset);
}

// SQLite's own interface: the names of the parameters are those of its documentation.
const sqlite3_io_methods &DiskFile::methods()
{
    static const sqlite3_io_methods methods = [] {
        sqlite3_io_methods m{};
        m.iVersion = 1;
        m.xClose = [](sqlite3_file *f) { return of(f).system()->pMethods->xClose(of(f).system()); };
        m.xRead = [](sqlite3_file *f, void *bytes, int count, sqlite3_int64 offset) {
            const int lost = of(f).whenLost(SQLITE_IOERR_READ);
            return lost != SQLITE_OK ? lost
                                     : of(f).system()->pMethods->xRead(of(f).system(), bytes, count, offset);
        };
        m.xWrite = [](sqlite3_file *f, const void *bytes, int count, sqlite3_int64 offset) {
            return of(f).write(bytes, count, offset);
        };
        m.xTruncate = [](sqlite3_file *f, sqlite3_int64 size) {
            const int lost = of(f).whenLost(SQLITE_IOERR_TRUNCATE);
            return lost != SQLITE_OK ? lost : of(f).system()->pMethods->xTruncate(of(f).system(), size);
        };
        m.xSync = [](sqlite3_file *f, int flags) {
            const int lost = of(f).whenLost(SQLITE_IOERR_FSYNC);
            return lost != SQLITE_OK ? lost : of(f).system()->pMethods->xSync(of(f).system(), flags);
        };
        m.xFileSize = [](sqlite3_file *f, sqlite3_int64 *size) {
            const int lost = of(f).whenLost(SQLITE_IOERR_FSTAT);
            return lost != SQLITE_OK ? lost : of(f).system()->pMethods->xFileSize(of(f).system(), size);
        };
        m.xLock = [](sqlite3_file *f, int level) {
            const int lost = of(f).whenLost(SQLITE_IOERR_LOCK);
            return lost != SQLITE_OK ? lost : of(f).system()->pMethods->xLock(of(f).system(), level);
        };
        m.xUnlock = [](sqlite3_file *f, int level) {
            return of(f).system()->pMethods->xUnlock(of(f).system(), level);
        };
        m.xCheckReservedLock = [](sqlite3_file *f, int *held) {
            return of(f).system()->pMethods->xCheckReservedLock(of(f).system(), held);
        };
        m.xFileControl = [](sqlite3_file *f, int operation, void *argument) {
            return of(f).system()->pMethods->xFileControl(of(f).system(), operation, argument);
        };
        m.xSectorSize = [](sqlite3_file *f) { return of(f).system()->pMethods->xSectorSize(of(f).system()); };
        m.xDeviceCharacteristics = [](sqlite3_file *f) {
            return of(f).system()->pMethods->xDeviceCharacteristics(of(f).system());
        };
        return m;
    }();
    return methods;
}

// With the memory that the connections to a database in WAL mode share. Mapping the file itself (version 3)
// is left out: what is read without asking cannot fail.
const sqlite3_io_methods &DiskFile::sharingMethods()
{
    static const sqlite3_io_methods methods = [] {
        sqlite3_io_methods m = DiskFile::methods();
        m.iVersion = 2;
        m.xShmMap = [](sqlite3_file *f, int region, int size, int extend, void volatile **memory) {
            const int lost = of(f).whenLost(SQLITE_IOERR_SHMMAP);
            return lost != SQLITE_OK
                ? lost
                : of(f).system()->pMethods->xShmMap(of(f).system(), region, size, extend, memory);
        };
        // Each reading and each writing transaction begins here, also one that finds all it needs in memory.
        m.xShmLock = [](sqlite3_file *f, int offset, int count, int flags) {
            const bool isTaken = (flags & SQLITE_SHM_LOCK) != 0;
            const int lost = isTaken ? of(f).whenLost(SQLITE_IOERR_SHMLOCK) : SQLITE_OK;
            return lost != SQLITE_OK
                ? lost
                : of(f).system()->pMethods->xShmLock(of(f).system(), offset, count, flags);
        };
        m.xShmBarrier = [](sqlite3_file *f) { of(f).system()->pMethods->xShmBarrier(of(f).system()); };
        m.xShmUnmap = [](sqlite3_file *f, int deletes) {
            return of(f).system()->pMethods->xShmUnmap(of(f).system(), deletes);
        };
        return m;
    }();
    return methods;
}

} // namespace services::storage
