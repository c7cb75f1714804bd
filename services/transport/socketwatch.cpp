// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "socketwatch.h"

#include <QEvent>

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace services::transport {

// Tells the watch without the detour of a signal.
class SocketWatch::Notifier final : public QSocketNotifier
{
public:
    Notifier(int descriptor, SocketWatch &watch)
        : QSocketNotifier(descriptor, Read)
        , m_watch(&watch)
    {
    }

    // Goes now, or after the event which it is delivering.
    void retire()
    {
        setEnabled(false);
        m_watch = nullptr;
        if (m_depth == 0)
            delete this;
        else
            deleteLater();
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::SockAct)
            return QSocketNotifier::event(event);
        ++m_depth;
        if (m_watch != nullptr)
            m_watch->deliver();
        --m_depth;
        return true;
    }

private:
    SocketWatch *m_watch;
    int m_depth = 0;
};

struct SocketWatch::Batch
{
    std::array<epoll_event, 64> events; // NOLINT: filled by epoll_wait
    int count = 0;
    Batch *outer = nullptr; // of a nested event loop
};

SocketWatch::SocketWatch()
    : m_set(epoll_create1(EPOLL_CLOEXEC))
    , m_notifier(new Notifier(m_set, *this))
{
}

SocketWatch::~SocketWatch()
{
    for (auto *batch = m_batch; batch != nullptr; batch = batch->outer)
        batch->count = -1;
    m_notifier->retire();
    close(m_set);
}

namespace {

epoll_event eventFor(SocketWatch::Watched &watched, SocketWatch::Interest interest)
{
    epoll_event event{};
    event.events = (interest.reading ? EPOLLIN : 0U) | (interest.writing ? EPOLLOUT : 0U);
    event.data.ptr = &watched;
    return event;
}

} // namespace

void SocketWatch::add(int descriptor, Watched &watched, Interest interest)
{
    auto event = eventFor(watched, interest);
    epoll_ctl(m_set, EPOLL_CTL_ADD, descriptor, &event);
}

// Without any interest the socket leaves the set: epoll would report a broken connection over and over.
void SocketWatch::change(int descriptor, Watched &watched, Interest interest)
{
    auto event = eventFor(watched, interest);
    if (!interest.reading && !interest.writing)
        epoll_ctl(m_set, EPOLL_CTL_DEL, descriptor, nullptr);
    else if (epoll_ctl(m_set, EPOLL_CTL_MOD, descriptor, &event) != 0)
        epoll_ctl(m_set, EPOLL_CTL_ADD, descriptor, &event);
}

void SocketWatch::remove(int descriptor, Watched &watched)
{
    epoll_ctl(m_set, EPOLL_CTL_DEL, descriptor, nullptr);
    for (auto *batch = m_batch; batch != nullptr; batch = batch->outer) {
        for (int index = 0; index < batch->count; ++index) {
            auto &event = batch->events[static_cast<std::size_t>(index)];
            if (event.data.ptr == &watched)
                event.data.ptr = nullptr;
        }
    }
}

void SocketWatch::deliver()
{
    Batch batch;
    batch.outer = m_batch;
    m_batch = &batch;
    batch.count = epoll_wait(m_set, batch.events.data(), static_cast<int>(batch.events.size()), 0);
    for (int index = 0; index < batch.count; ++index) {
        const auto &event = batch.events[static_cast<std::size_t>(index)];
        const bool broken = (event.events & (EPOLLERR | EPOLLHUP)) != 0;
        if ((event.events & EPOLLOUT) != 0 && event.data.ptr != nullptr)
            static_cast<Watched *>(event.data.ptr)->socketWritable();
        // What is destroyed by the first call is nobody's any more in the second.
        if (((event.events & EPOLLIN) != 0 || broken) && batch.count >= 0 && event.data.ptr != nullptr)
            static_cast<Watched *>(event.data.ptr)->socketReadable();
    }
    if (batch.count >= 0)
        m_batch = batch.outer;
}

} // namespace services::transport
