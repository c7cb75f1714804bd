// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "progress.h"

#include <QList>

#include <iterator>
#include <utility>

namespace services::broker::kafka {

namespace {

constexpr qsizetype longestNote = 3'500; // bytes; Kafka keeps 4,096 unless it is told otherwise

} // namespace

Progress::Progress(std::int64_t committed, const QByteArray &note)
    : m_next(committed)
{
    const auto parts = note.split('+');
    for (const QByteArray &part : parts) {
        bool isNumber = false;
        const auto ahead = part.toLongLong(&isNumber);
        if (isNumber && ahead > 0)
            m_ahead.insert(committed + ahead);
    }
}

bool Progress::begin(std::int64_t offset)
{
    if (offset < m_next)
        return false;
    m_next = offset + 1;
    if (m_ahead.contains(offset)) {
        advance();
        return false;
    }
    m_open.insert(offset);
    return true;
}

void Progress::settle(std::int64_t offset)
{
    if (m_open.erase(offset) == 0)
        return;
    m_ahead.insert(offset);
    advance();
    m_hasChanged = true;
}

void Progress::advance()
{
    const auto first = committable();
    while (!m_ahead.empty() && *m_ahead.begin() < first)
        m_ahead.erase(m_ahead.begin());
}

std::int64_t Progress::committable() const
{
    return m_open.empty() ? m_next : *m_open.begin();
}

std::int64_t Progress::doneAfterNext() const
{
    return std::distance(m_ahead.lower_bound(m_next), m_ahead.end());
}

QByteArray Progress::note() const
{
    QByteArray note;
    const auto first = committable();
    for (const auto offset : m_ahead) {
        const auto part = '+' + QByteArray::number(qlonglong(offset - first));
        if (note.size() + part.size() > longestNote)
            break;
        note += part;
    }
    return note;
}

bool Progress::takeChange()
{
    return std::exchange(m_hasChanged, false);
}

} // namespace services::broker::kafka
