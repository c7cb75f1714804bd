// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "disk.h"

#include <sqlite3.h>

namespace services::storage {

// An open file on a Disk, in memory that SQLite provides, with the system's own file right behind it. Thread
// of its connection. Fails as the disk says; what gives something back (locks, memory, the handle) never
// does.
class DiskFile : public sqlite3_file
{
public:
    struct Place
    {
        const Disk &disk;
        sqlite3_vfs &system;
    };
    static int sizeFor(const sqlite3_vfs &system);
    static int open(Place place, const char *path, sqlite3_file *memory, int flags, int *outFlags);

private:
    DiskFile(const Disk &disk, bool holdsData);
    static const sqlite3_io_methods &methods();
    static const sqlite3_io_methods &sharingMethods();
    static DiskFile &of(sqlite3_file *file) { return *static_cast<DiskFile *>(file); }
    sqlite3_file *system() { return reinterpret_cast<sqlite3_file *>(this + 1); }

    bool isLost() const;
    int whenLost(int code) const; // SQLITE_OK unless the disk has gone, or another file is at this place
    int write(const void *bytes, int count, sqlite3_int64 offset);

    const Disk *m_disk;
    Disk::State m_calm; // what the disk's state is while all is well with this file
    bool m_holdsData; // the database or its log, not something temporary
};

} // namespace services::storage
