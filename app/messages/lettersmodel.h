// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tables/rowsmodel.h>
#include <app/wording/health.h>
#include <services/platform/platform.h>

#include <optional>

namespace app::messages {

using services::broker::PeekedMessage;

// One message as it lies in a queue, in words.
struct LetterRow
{
    std::int64_t number = 0;
    QString topic;
    QString key;
    QString age;
    int redeliveries = 0;
    QString state; // or why it is dead
    wording::Health health = wording::Health::Neutral;

    bool operator==(const LetterRow &) const = default;
};

// The messages of one queue that somebody looks at, a row each. GUI thread.
class LettersModel : public tables::RowsModel<LetterRow>
{
    Q_OBJECT
public:
    enum Column
    {
        TopicColumn,
        KeyColumn,
        AgeColumn,
        TriesColumn,
        StateColumn,
        Columns
    };

    explicit LettersModel(QObject *parent = nullptr);

    void show(const std::vector<PeekedMessage> &messages);
    std::optional<std::int64_t> numberAt(int row) const;
    std::optional<int> rowOf(std::int64_t number) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace app::messages
