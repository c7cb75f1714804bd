// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "findermodel.h"

#include "fuzzymatch.h"

#include <algorithm>

namespace app::shell {

namespace {

constexpr size_t mostFound = 200; // nobody reads on
constexpr double ofTheHarmful = 0.8; // of what else they would be worth

} // namespace

void FinderModel::setAll(std::vector<Findable> all)
{
    m_all = std::move(all);
    find();
}

void FinderModel::setTyped(const QString &typed)
{
    m_typed = typed;
    find();
}

void FinderModel::find()
{
    beginResetModel();
    m_rows.clear();
    for (size_t position = 0; position < m_all.size(); ++position) {
        const auto &each = m_all[position];
        const auto found
            = app::shell::match(m_typed, each.words + QChar::Space + each.context, each.synonyms);
        if (!found.has_value())
            continue;
        const double worth = found->worth * (each.isHarmful ? ofTheHarmful : 1);
        Row row{position, m_typed.trimmed().isEmpty() ? 0 : static_cast<int>(worth), {}};
        for (const auto letter : found->letters) {
            if (letter < each.words.size())
                row.letters << letter;
        }
        m_rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(m_rows, std::greater(), [this](const Row &row) {
        return std::pair(m_all[row.position].isEnabled, row.worth);
    });
    const auto meant = std::ranges::find_if(m_rows, [this](const Row &row) { return isMeant(row); });
    if (meant != m_rows.end())
        std::rotate(m_rows.begin(), meant, meant + 1);
    m_rows.resize(std::min(m_rows.size(), mostFound));
    endResetModel();
}

bool FinderModel::isMeant(const Row &row) const
{
    const auto &each = m_all[row.position];
    return !each.isHarmful || meansTitle(m_typed, each.words, each.context);
}

int FinderModel::meant() const
{
    return m_rows.empty() || !isMeant(m_rows.front()) ? -1 : 0;
}

int FinderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FinderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &each = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return each.words;
    case Qt::AccessibleTextRole: {
        QStringList parts{each.words, each.context, each.keys};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case Context:
        return each.context;
    case Keys:
        return each.keys;
    case Letters:
        return QVariant::fromValue(m_rows[static_cast<size_t>(index.row())].letters);
    default:
        return {};
    }
}

Qt::ItemFlags FinderModel::flags(const QModelIndex &index) const
{
    const auto usual = QAbstractListModel::flags(index);
    return index.isValid() && !at(index.row()).isEnabled ? usual & ~Qt::ItemIsEnabled : usual;
}

} // namespace app::shell
