// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaObject>
#include <QObject>

#include <utility>

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace services::waiting {

namespace detail {

// Work on its way to another thread. Qt's event queue orders the sender's writes before the receiver's reads,
// but ThreadSanitizer cannot see that in a Qt that was built without it: here it is told.
template<typename Work>
class Posted
{
public:
    explicit Posted(Work work)
        : m_work(std::move(work))
    {
        release();
    }
    Posted(Posted &&other) noexcept
        : m_work(std::move(other.m_work))
    {
        release();
    }
    Posted(const Posted &other)
        : m_work(other.m_work)
    {
        release();
    }
    Posted &operator=(const Posted &) = delete;
    Posted &operator=(Posted &&) = delete;
    ~Posted() { acquire(); }

    void operator()()
    {
        acquire();
        m_work();
        release(); // the sender may be the one who drops it last
    }

private:
#if defined(__SANITIZE_THREAD__)
    void release() { __tsan_release(this); }
    void acquire() { __tsan_acquire(this); }
#else
    void release() { }
    void acquire() { }
#endif

    Work m_work;
};

} // namespace detail

// Runs `work` later on the event loop of the context's thread; never, when the context dies first. Any thread.
// The one way in which work crosses threads.
template<typename Work>
void post(QObject *context, Work work)
{
    QMetaObject::invokeMethod(context, detail::Posted<Work>(std::move(work)), Qt::QueuedConnection);
}

} // namespace services::waiting
