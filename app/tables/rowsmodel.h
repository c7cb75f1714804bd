// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <iterator>
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

private:
    std::vector<Row> m_rows;
};

} // namespace app::tables
