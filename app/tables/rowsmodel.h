// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>
#include <QSet>

#include <algorithm>
#include <functional>
#include <iterator>
#include <type_traits>
#include <vector>

namespace app::tables {

// A table of values, which are replaced all at once again and again. Not by a reset: whoever reads keeps his
// place, and whatever row he has chosen.
template<typename Row>
class RowsModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

protected:
    const std::vector<Row> &rows() const { return m_rows; }
    const Row &row(int index) const { return m_rows[static_cast<size_t>(index)]; }

    void replace(std::vector<Row> rows)
    {
        if (rows == m_rows)
            return;
        const auto old = static_cast<int>(m_rows.size());
        const auto now = static_cast<int>(rows.size());
        if (now < old) {
            beginRemoveRows({}, now, old - 1);
            m_rows.resize(rows.size());
            endRemoveRows();
        }
        const auto kept = std::min(old, now);
        std::ranges::move(rows.begin(), rows.begin() + kept, m_rows.begin());
        if (kept > 0)
            Q_EMIT dataChanged(index(0, 0), index(kept - 1, columnCount() - 1));
        if (now > old) {
            beginInsertRows({}, old, now - 1);
            std::move(rows.begin() + kept, rows.end(), std::back_inserter(m_rows));
            endInsertRows();
        }
    }

    // The same row by row: of those which both have, by their key, only what has changed is told, and the
    // others are inserted and removed where they are. For many rows, of which few come and go.
    template<typename Key>
    void update(std::vector<Row> rows, Key key)
    {
        removeAllBut(rows, key);
        for (size_t at = 0; at < rows.size();) {
            const bool isThere
                = at < m_rows.size() && std::invoke(key, m_rows[at]) == std::invoke(key, rows[at]);
            if (isThere) {
                change(at, std::move(rows[at]));
                ++at;
                continue;
            }
            size_t end = at + 1;
            while (end < rows.size()
                   && (at == m_rows.size() || std::invoke(key, rows[end]) != std::invoke(key, m_rows[at])))
                ++end;
            beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
            m_rows.insert(m_rows.begin() + std::ptrdiff_t(at), rows.begin() + std::ptrdiff_t(at),
                          rows.begin() + std::ptrdiff_t(end));
            endInsertRows();
            at = end;
        }
        if (m_rows.size() > rows.size()) // they were in another order
            remove(rows.size(), m_rows.size());
    }

private:
    template<typename Key>
    void removeAllBut(const std::vector<Row> &rows, Key key)
    {
        QSet<std::decay_t<std::invoke_result_t<Key, const Row &>>> kept;
        for (const auto &row : rows)
            kept.insert(std::invoke(key, row));
        for (size_t end = m_rows.size(); end > 0;) {
            size_t begin = end;
            while (begin > 0 && !kept.contains(std::invoke(key, m_rows[begin - 1])))
                --begin;
            if (begin < end)
                remove(begin, end);
            end = begin == end ? end - 1 : begin;
        }
    }
    void remove(size_t begin, size_t end)
    {
        beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
        m_rows.erase(m_rows.begin() + std::ptrdiff_t(begin), m_rows.begin() + std::ptrdiff_t(end));
        endRemoveRows();
    }
    void change(size_t at, Row row)
    {
        if (m_rows[at] == row)
            return;
        m_rows[at] = std::move(row);
        const int line = static_cast<int>(at);
        Q_EMIT dataChanged(index(line, 0), index(line, columnCount() - 1));
    }

    std::vector<Row> m_rows;
};

} // namespace app::tables
