// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "descriptorset.h"

#include "epolldispatcher.h"
#include "notifiedset.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>

namespace services::waiting {

struct DescriptorSet::Batch
{
    std::array<epoll_event, 64> events; // NOLINT: filled by epoll_wait
    int count = 0;
    Batch *outer = nullptr; // of a nested event loop
};

std::shared_ptr<DescriptorSet> DescriptorSet::ofThisThread()
{
    const auto *dispatcher = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
    return dispatcher != nullptr ? dispatcher->descriptors() : std::make_shared<NotifiedSet>();
}

DescriptorSet::DescriptorSet()
    : m_set(epoll_create1(EPOLL_CLOEXEC))
{
}

DescriptorSet::~DescriptorSet()
{
    for (auto *batch = m_batch; batch != nullptr; batch = batch->outer)
        batch->count = -1;
    if (works())
        close(m_set);
}

namespace {

epoll_event eventFor(DescriptorSet::Watched &watched, DescriptorSet::Interest interest)
{
    epoll_event event{};
    event.events = (interest.reading ? EPOLLIN : 0U) | (interest.writing ? EPOLLOUT : 0U);
    event.data.ptr = &watched;
    return event;
}

} // namespace

void DescriptorSet::add(int descriptor, Watched &watched, Interest interest)
{
    auto event = eventFor(watched, interest);
    epoll_ctl(m_set, EPOLL_CTL_ADD, descriptor, &event);
}

// Without any interest the descriptor leaves the set: epoll would report a broken connection over and over.
void DescriptorSet::change(int descriptor, Watched &watched, Interest interest)
{
    auto event = eventFor(watched, interest);
    if (!interest.reading && !interest.writing)
        epoll_ctl(m_set, EPOLL_CTL_DEL, descriptor, nullptr);
    else if (epoll_ctl(m_set, EPOLL_CTL_MOD, descriptor, &event) != 0)
        epoll_ctl(m_set, EPOLL_CTL_ADD, descriptor, &event);
}

void DescriptorSet::remove(int descriptor, Watched &watched)
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

bool DescriptorSet::wait(int milliseconds)
{
    Batch batch;
    batch.count = epoll_wait(m_set, batch.events.data(), static_cast<int>(batch.events.size()), milliseconds);
    batch.outer = m_batch;
    m_batch = &batch;
    const bool any = batch.count > 0;
    for (int index = 0; index < batch.count; ++index) {
        const auto &event = batch.events[static_cast<std::size_t>(index)];
        const bool broken = (event.events & (EPOLLERR | EPOLLHUP)) != 0;
        if ((event.events & EPOLLOUT) != 0 && event.data.ptr != nullptr)
            static_cast<Watched *>(event.data.ptr)->descriptorWritable();
        // What is destroyed by the first call is nobody's any more in the second.
        if (((event.events & EPOLLIN) != 0 || broken) && batch.count >= 0 && event.data.ptr != nullptr)
            static_cast<Watched *>(event.data.ptr)->descriptorReadable();
    }
    if (batch.count >= 0 || !any)
        m_batch = batch.outer;
    return any;
}

} // namespace services::waiting
