// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

namespace services::waiting {

// Waits for many descriptors at the price of one: an epoll set. Qt's own event loop polls each descriptor on
// each turn, so that 500 idle connections would make a lone request four times as slow. Bound to its thread;
// outlives those who are watched.
class DescriptorSet
{
public:
    class Watched
    {
    public:
        virtual ~Watched() = default;
        // Any of these may destroy the watched and the set itself.
        virtual void descriptorReadable() = 0;
        virtual void descriptorWritable() = 0;
    };
    struct Interest
    {
        bool reading = true;
        bool writing = false;
        bool operator==(const Interest &) const = default;
    };

    // The set for which the loop of this thread waits. Where that loop is Qt's own, a new set which has one
    // place in it.
    static std::shared_ptr<DescriptorSet> ofThisThread();

    DescriptorSet();
    ~DescriptorSet();
    DescriptorSet(const DescriptorSet &) = delete;
    DescriptorSet &operator=(const DescriptorSet &) = delete;

    // False: the system had no descriptor left, and nobody is ever told anything.
    bool works() const { return m_set >= 0; }
    // A descriptor with any interest also becomes readable when its connection breaks.
    void add(int descriptor, Watched &watched, Interest interest);
    void change(int descriptor, Watched &watched, Interest interest);
    // Nothing is told to the watched any more, also of what has happened already.
    void remove(int descriptor, Watched &watched);

    // Waits until something happens, so many milliseconds at most (-1: without end), and tells of it. False:
    // nothing has happened.
    bool wait(int milliseconds);

protected:
    int descriptor() const { return m_set; }

private:
    struct Batch;

    int m_set;
    Batch *m_batch = nullptr; // being told
};

} // namespace services::waiting
