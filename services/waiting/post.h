// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ordering.h"

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include <type_traits>
#include <utility>

namespace services::waiting {

// Work on its way to another thread, through a queue of Qt's (an event loop's or a thread pool's) that orders
// the sender's writes before the receiver's reads.
template<typename Work>
class Posted
{
public:
    explicit Posted(Work work)
        : m_work(std::move(work))
    {
        ordering::announce(this);
    }
    Posted(Posted &&other) noexcept
        : m_work(std::move(other.m_work))
    {
        ordering::announce(this);
    }
    Posted(const Posted &other)
        : m_work(other.m_work)
    {
        ordering::announce(this);
    }
    Posted &operator=(const Posted &) = delete;
    Posted &operator=(Posted &&) = delete;
    ~Posted() { ordering::heed(this); }

    void operator()()
    {
        ordering::heed(this);
        m_work();
        ordering::announce(this); // the sender may be the one who drops it last
    }

private:
    Work m_work;
};

// Runs `work` later on the event loop of the context's thread; never, when the context dies first. Any
// thread. With the one below the only way in which work crosses threads.
template<typename Work>
void post(QObject *context, Work work)
{
    QMetaObject::invokeMethod(context, Posted<Work>(std::move(work)), Qt::QueuedConnection);
}

// Whenever the sender tells something, the receiver, which is at home in another thread, tells it there.
template<typename Sender, typename Receiver, typename... What>
void relay(const Sender *sender,
           void (Sender::*signal)(What...),
           Receiver *receiver,
           void (Receiver::*again)(What...))
{
    QObject::connect(sender, signal, sender, [receiver, again](What... what) {
        post(receiver,
             [receiver, again, ... what = std::decay_t<What>(what)] { (receiver->*again)(what...); });
    });
}

// Runs `work` later in a thread of the pool. Any thread.
template<typename Work>
void post(QThreadPool &pool, Work work)
{
    pool.start(Posted<Work>(std::move(work)));
}

} // namespace services::waiting
