// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lettersmodel.h"

#include <app/tables/healthcolours.h>
#include <app/wording/figures.h>
#include <app/wording/orders.h>

#include <algorithm>

namespace app::messages {

using namespace Qt::StringLiterals;
using wording::Health;

LettersModel::LettersModel(QObject *parent)
    : RowsModel(parent)
{
}

void LettersModel::show(const std::vector<PeekedMessage> &messages)
{
    const auto now = std::chrono::system_clock::now();
    std::vector<LetterRow> rows;
    for (const auto &message : messages) {
        LetterRow row;
        row.number = message.number;
        row.topic = message.event.topic.value;
        row.key = QString::fromUtf8(message.event.key);
        row.age = wording::ago(std::max(now - message.publishedAt, decltype(now - now)::zero()));
        row.redeliveries = message.redeliveries;
        if (!message.deadBecause.isEmpty()) {
            row.state = u"✗ "_s + message.deadBecause;
            row.health = Health::Bad;
        } else if (message.isInHand) {
            row.state = tr("◐ in hand");
            row.health = Health::Degraded;
        } else {
            row.state = message.redeliveries > 0 ? tr("○ waits for another try") : tr("○ waits");
        }
        rows.push_back(std::move(row));
    }
    replace(std::move(rows));
}

std::optional<std::int64_t> LettersModel::numberAt(int index) const
{
    return index >= 0 && index < rowCount() ? std::optional(row(index).number) : std::nullopt;
}

std::optional<int> LettersModel::rowOf(std::int64_t number) const
{
    const auto found = std::ranges::find(rows(), number, &LetterRow::number);
    return found != rows().end() ? std::optional(static_cast<int>(found - rows().begin())) : std::nullopt;
}

int LettersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant LettersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &letter = row(index.row());
    if (role == tables::healthRole && index.column() == StateColumn)
        return static_cast<int>(letter.health);
    if (role == Qt::ToolTipRole)
        return index.column() == StateColumn ? QVariant(letter.state)
            : index.column() == KeyColumn    ? QVariant(letter.key)
                                             : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TopicColumn:
        return letter.topic;
    case KeyColumn:
        return wording::shortName(letter.key);
    case AgeColumn:
        return letter.age;
    case TriesColumn:
        return letter.redeliveries;
    default:
        return letter.state;
    }
}

QVariant LettersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= Columns)
        return {};
    const std::pair<QString, QString> titles[]
        = {{tr("Topic"), {}},
           {tr("Key"), {}},
           {tr("Age"), tr("Measured: since it was published")},
           {tr("Again"), tr("Measured: how often it was delivered again")},
           {tr("State"), tr("Measured: as it lies in the queue")}};
    if (role == Qt::DisplayRole)
        return titles[section].first;
    return role == Qt::ToolTipRole ? QVariant(titles[section].second) : QVariant();
}

} // namespace app::messages
