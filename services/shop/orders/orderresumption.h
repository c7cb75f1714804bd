// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "orderrepository.h"
#include "ordersaga.h"

namespace services::shop::orders {

// Watches over unsettled orders: says that those in our hands still are, and takes up those which nobody
// holds, left by a crash or put down while somebody was away. Owned by Orders, in the thread of its instance;
// ends with the scope.
class OrderResumption
{
public:
    struct Parts
    {
        OrderRepository &orders;
        OrderLeases &leases;
        OrderSaga &saga;
    };
    OrderResumption(const assembly::ComponentContext &context, Parts parts);

    // Until the scope is cancelled.
    QCoro::Task<> watch();

private:
    Result<void> takeUp();
    // Logs a trouble when it comes, when it becomes another one and when it is over.
    void tellChange(QString &trouble, const char *words, const Result<void> &outcome);

    assembly::ComponentContext m_context;
    Parts m_parts;
    QString m_renewing; // what is wrong with it; empty: nothing
    QString m_taking;
};

} // namespace services::shop::orders
