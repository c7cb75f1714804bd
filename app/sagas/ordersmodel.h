// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tables/rowsmodel.h>
#include <app/wording/health.h>
#include <services/platform/booksreading.h>

#include <optional>

namespace app::sagas {

// An order in a list, in words.
struct OrderRow
{
    QString id;
    QString state; // "✓ confirmed"
    QString why; // it failed; or empty
    QString total;
    QString age;
    wording::Health health = wording::Health::Neutral;

    bool operator==(const OrderRow &) const = default;
};

// The latest orders, the newest first. GUI thread.
class OrdersModel : public tables::RowsModel<OrderRow>
{
    Q_OBJECT
public:
    enum Column
    {
        OrderColumn,
        TotalColumn,
        AgeColumn,
        StateColumn,
        Columns
    };

    explicit OrdersModel(QObject *parent = nullptr);

    void show(const std::vector<services::platform::OrderGlance> &orders);
    QString orderAt(int row) const; // empty: none
    std::optional<int> rowOf(const QString &order) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

// "✓ confirmed", "◐ the card is being charged", "↩ undone".
QString stateWords(services::shop::orders::State state);

} // namespace app::sagas
