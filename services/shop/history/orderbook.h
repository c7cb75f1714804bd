// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/shop/calendar/calendar.h>
#include <services/shop/orders/order.h>
#include <services/storage/database.h>

#include <vector>

namespace services::shop::history {

using calendar::Moment;
using orders::State;
using storage::Result;

// One order, in a line.
struct OrderGlance
{
    QString id;
    State state = State::Started;
    int attempt = 1;
    std::int64_t total = 0; // cents
    QString currency;
    Moment placedAt;
    QString failure; // why it did not come about, or is not going to; empty: nothing has failed
    int tries = 0; // failed tries to settle it in the background

    bool operator==(const OrderGlance &) const = default;
};

// What the orders' store says of all of them.
struct OrderBook
{
    int confirmed = 0;
    int givenUp = 0; // refused or compensated: what was taken has gone back
    int open = 0; // not settled yet
    std::vector<OrderGlance> latest; // of all states, the newest first
    std::vector<OrderGlance> latestOpen; // the newest first
    std::vector<OrderGlance> latestGivenUp; // the same

    bool operator==(const OrderBook &) const = default;
};

// The orders in this file, `most` of each kind in full. Reads what is committed, from a connection of its
// own; the shop may run meanwhile. Blocks for milliseconds. NotFound when there is no such file. Any thread.
Result<OrderBook> readOrderBook(const QString &file, int most);

} // namespace services::shop::history
