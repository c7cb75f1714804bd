// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "order.h"
#include "sagalog.h"

#include <services/storage/database.h>

namespace services::shop::orders {

using storage::Result;

// The orders and how far they have come; the only place with their SQL, but for the leases'. Every change
// names the state it leaves and the worker who holds the order: whoever has lost it to another worker changes
// nothing. As a log of sagas it writes each step down. Thread of its database.
class OrderRepository final : public SagaLog
{
public:
    // `worker`: the name of this life of this instance.
    OrderRepository(storage::Database &database, QString worker);

    // NotFound when there is none.
    Result<Order> find(const QString &id) const;
    Result<std::optional<Order>> findByKey(const QString &account, const QString &key) const;
    // The order that was made of this cart and will not be, or has not been, unwound.
    Result<std::optional<Order>> findOfCart(const QString &account, std::int64_t generation) const;
    // The customer's latest, newest first.
    Result<std::vector<Order>> list(const QString &account) const;

    Result<void> add(const Order &order, std::chrono::system_clock::time_point heldUntil) override;
    Result<void> tryAgain(const Order &order, std::chrono::system_clock::time_point heldUntil) override;
    Result<void> advance(const Order &order, State from) override;
    // All of an order that is settled, whether it was there or not. Conflict when the customer has another
    // one of this cart or with this key.
    Result<void> writeSettled(const Order &order);

private:
    Result<std::vector<Order>> select(const QString &condition, const storage::Values &values) const;

    storage::Database &m_database;
    QString m_worker;
};

} // namespace services::shop::orders
