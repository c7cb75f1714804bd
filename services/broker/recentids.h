// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSet>

#include <deque>

namespace services::broker {

// The ids of the events that were published last, to recognise one that is published again. One thread.
class RecentIds
{
public:
    explicit RecentIds(std::size_t limit)
        : m_limit(limit)
    {
    }

    bool contains(const QByteArray &id) const { return m_ids.contains(id); }
    void add(const QByteArray &id)
    {
        if (m_ids.contains(id))
            return;
        m_ids.insert(id);
        m_byAge.push_back(id);
        if (m_byAge.size() > m_limit) {
            m_ids.remove(m_byAge.front());
            m_byAge.pop_front();
        }
    }

private:
    std::size_t m_limit;
    QSet<QByteArray> m_ids;
    std::deque<QByteArray> m_byAge;
};

} // namespace services::broker
