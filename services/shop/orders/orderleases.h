// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "order.h"

#include <services/contract/clock.h>
#include <services/storage/database.h>

#include <QHash>

namespace services::shop::orders {

using storage::Result;

// Who works on an unsettled order. Instances of orders share one database and any of them may crash: a worker
// holds an order for a short while and says again and again that it still does; what nobody holds any more is
// taken over. Thread of its database.
class OrderLeases
{
public:
    // How long an order stays with a worker that is not heard of any more, and how often workers are heard
    // of.
    static constexpr std::chrono::milliseconds duration{1500};
    static constexpr std::chrono::milliseconds renewal{500};

    OrderLeases(storage::Database &database, const contract::Clock &clock, QString worker);

    // Renewed as long as it lives. An order may be held several times: it is until the last of them ends.
    class Hold
    {
    public:
        Hold(OrderLeases &leases, QString order);
        ~Hold();
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;

    private:
        OrderLeases &m_leases;
        QString m_order;
    };

    std::chrono::system_clock::time_point newEnd() const;
    Result<void> renew();
    // Takes unsettled orders which nobody holds; answers their ids.
    Result<std::vector<QString>> claim(int limit);
    // Takes this order, as it was read, when nobody works on it: it was put down, or its lease has lapsed.
    Result<bool> take(const Order &order);
    // Puts an order down which could not be settled now; the wait doubles with each try. An order that has
    // come further meanwhile, or is in other hands, stays as it is.
    Result<void> postpone(const Order &order);

private:
    storage::Database &m_database;
    const contract::Clock &m_clock;
    QString m_worker;
    QHash<QString, int> m_held; // how often
};

} // namespace services::shop::orders
