// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storedbacklog.h"

namespace services::broker::embedded {

namespace {

constexpr std::size_t knownLimit = 4'096; // messages in memory, unless all of them wait for others
constexpr int pageSize = 512;

} // namespace

StoredBacklog::StoredBacklog(CapabilityId group, MessageStore &store)
    : m_group(std::move(group))
    , m_store(store)
{
}

void StoredBacklog::load(Topics depths)
{
    m_depths = std::move(depths);
    m_isComplete = m_depths.empty();
}

bool StoredBacklog::add(const Waiting &message, std::size_t known)
{
    ++m_depths[message.topic];
    m_isComplete = m_isComplete && known < knownLimit;
    if (m_isComplete)
        m_last = message.message;
    return m_isComplete;
}

void StoredBacklog::clear()
{
    m_isComplete = true;
    m_depths.clear();
    written();
}

Result<std::vector<Waiting>> StoredBacklog::more()
{
    if (m_isComplete)
        return std::vector<Waiting>();
    auto page = m_store.page(m_group, m_last, pageSize);
    if (!page)
        return page;
    m_isComplete = page->size() < pageSize;
    if (!page->empty())
        m_last = page->back().message;
    return page;
}

Result<std::optional<Event>> StoredBacklog::contents(std::int64_t message)
{
    return m_store.contents(message);
}

void StoredBacklog::settle(const Waiting &message)
{
    forget(message);
    m_done.push_back(message.message);
}

void StoredBacklog::bury(const Waiting &message, const QString &why)
{
    forget(message);
    m_dead.emplace(message.message, why);
}

void StoredBacklog::countRedelivery(const Waiting &message)
{
    m_redeliveries[message.message] = message.redeliveries;
}

void StoredBacklog::forget(const Waiting &message)
{
    const auto depth = m_depths.find(message.topic);
    if (--depth->second == 0)
        m_depths.erase(depth);
    m_redeliveries.erase(message.message);
}

Result<void> StoredBacklog::write() const
{
    for (const auto &[message, redeliveries] : m_redeliveries) {
        if (auto updated = m_store.setRedeliveries(message, redeliveries); !updated)
            return updated;
    }
    for (const auto message : m_done) {
        if (auto removed = m_store.remove(message); !removed)
            return removed;
    }
    for (const auto &[message, why] : m_dead) {
        if (auto buried = m_store.bury(message, why); !buried)
            return buried;
    }
    return {};
}

void StoredBacklog::written()
{
    m_dead.clear();
    m_done.clear();
    m_redeliveries.clear();
}

} // namespace services::broker::embedded
