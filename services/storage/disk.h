// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>

struct sqlite3_vfs;

namespace services::storage {

// What the connections of one store reach its file through: SQLite's own way to the disk (a VFS,
// https://sqlite.org/vfs.html) with switches on it. What a switch does is met by SQLite itself, in the middle
// of its work, and told in its own words, as trouble with a real disk would be. While no switch is set, each
// access costs one atomic load. Any thread; outlives the connections that use it.
class Disk
{
public:
    enum Trouble : std::uint64_t
    {
        Locked = 1, // somebody has said that he keeps the write lock: waiting for it is of no use
        Full = 2, // nothing can be written
        Slow = 4, // each access takes delay() longer
        Lost = 8, // nothing can be opened, read or written, also through handles that are open
        Damaged = 16, // told for the record; the damage itself is in the file
    };
    static constexpr std::uint64_t noTrouble = 0;

    Disk();
    ~Disk();
    Disk(const Disk &) = delete;
    Disk &operator=(const Disk &) = delete;

    const char *name() const; // of the VFS, for sqlite3_open_v2()

    // All there is to know, in one load: troubles and generation.
    class State
    {
    public:
        explicit State(std::uint64_t bits = 0)
            : m_bits(bits)
        {
        }
        bool has(Trouble trouble) const { return (m_bits & trouble) != 0; }
        bool isOfGenerationOf(State other) const { return ((m_bits ^ other.m_bits) >> troubleBits) == 0; }
        State withoutTroubles() const { return State(m_bits >> troubleBits << troubleBits); }
        bool operator==(const State &) const = default;

    private:
        std::uint64_t m_bits;
    };
    State state() const { return State(m_state.load(std::memory_order_acquire)); }
    std::chrono::nanoseconds delay() const { return std::chrono::nanoseconds(m_delay.load()); }

    void set(Trouble trouble, bool on);
    void setDelay(std::chrono::nanoseconds delay); // zero: none
    // Another file is about to be at the old one's place: handles that are open fail from now on, for ever.
    void renew();

private:
    static constexpr unsigned troubleBits = 8;
    struct Vfs;

    std::atomic<std::uint64_t> m_state = noTrouble;
    std::atomic<std::int64_t> m_delay = 0; // nanoseconds
    std::unique_ptr<Vfs> m_vfs;
};

} // namespace services::storage
