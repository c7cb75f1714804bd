// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ordersmodel.h"

#include <app/tables/healthcolours.h>
#include <app/wording/figures.h>
#include <app/wording/orders.h>

#include <algorithm>

namespace app::sagas {

using namespace Qt::StringLiterals;
using services::shop::orders::State;
using wording::Health;

namespace {

Health healthOf(State state)
{
    if (state == State::Confirmed)
        return Health::Good;
    return services::shop::orders::isSettled(state) ? Health::Neutral : Health::Degraded;
}

} // namespace

QString stateWords(State state)
{
    const QString mark = state == State::Confirmed ? u"✓"_s
        : state == State::Refused                  ? u"✗"_s
        : state == State::Compensated              ? u"↩"_s
        : state == State::Unwinding                ? u"↩"_s
                                                   : u"◐"_s;
    return u"%1 %2"_s.arg(mark, wording::words(state));
}

OrdersModel::OrdersModel(QObject *parent)
    : RowsModel(parent)
{
}

void OrdersModel::show(const std::vector<services::platform::OrderGlance> &orders)
{
    const auto now = std::chrono::system_clock::now();
    std::vector<OrderRow> rows;
    for (const auto &order : orders)
        rows.push_back({order.id, stateWords(order.state), order.failure,
                        wording::money(order.total, order.currency),
                        wording::ago(std::max(now - order.placedAt, decltype(now - now)::zero())),
                        healthOf(order.state)});
    replace(std::move(rows));
}

QString OrdersModel::orderAt(int index) const
{
    return index >= 0 && index < rowCount() ? row(index).id : QString();
}

std::optional<int> OrdersModel::rowOf(const QString &order) const
{
    const auto found = std::ranges::find(rows(), order, &OrderRow::id);
    return found != rows().end() ? std::optional(static_cast<int>(found - rows().begin())) : std::nullopt;
}

int OrdersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant OrdersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &order = row(index.row());
    if (role == tables::healthRole && index.column() == StateColumn)
        return static_cast<int>(order.health);
    if (role == Qt::ToolTipRole)
        return order.why.isEmpty() ? order.id : u"%1: %2"_s.arg(order.id, order.why);
    if (role == Qt::TextAlignmentRole && (index.column() == TotalColumn || index.column() == AgeColumn))
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case OrderColumn:
        return wording::shortName(order.id);
    case TotalColumn:
        return order.total;
    case AgeColumn:
        return order.age;
    default:
        return order.state;
    }
}

QVariant OrdersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= Columns)
        return {};
    const std::pair<QString, QString> titles[]
        = {{tr("Order"), {}},
           {tr("Total"), tr("Measured: as it is in the store of orders")},
           {tr("Age"), tr("Measured: since it was placed")},
           {tr("State"), tr("Measured: as it is in the store of orders")}};
    if (role == Qt::DisplayRole)
        return titles[section].first;
    return role == Qt::ToolTipRole ? QVariant(titles[section].second) : QVariant();
}

} // namespace app::sagas
