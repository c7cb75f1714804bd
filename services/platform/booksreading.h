// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "booksaudit.h"

#include <model/telemetry/span.h>
#include <services/shop/history/orderlife.h>

namespace services::platform {

using shop::history::OrderBook;
using shop::history::OrderGlance;
using shop::history::OrderLife;

// What the books of one fleet say at a moment; nobody has waited for anything. What is wrong may be so for
// this moment only: it was read while the shop went on.
struct FleetBooks
{
    model::system::PackagingId fleet;
    QString title;
    experiment::Audit audit;
    OrderBook orders;
};

struct BooksReading
{
    std::vector<FleetBooks> fleets; // in the order of the platform's; empty: the system keeps no books
    std::chrono::nanoseconds took{0}; // of a processor
};

// An order's life in the stores, and what was traced of its requests.
struct TracedLife
{
    OrderLife written;
    std::vector<model::telemetry::Span> spans; // the oldest first; none: its request was not sampled
    std::chrono::system_clock::duration sinceBoot{0}; // to be added to their times, for the time of day
};

// Read everything from the stores below the data folder, with what the brokers say of their queues. Block for
// milliseconds and longer, the more the more orders there are. Any thread.
model::result::Result<BooksReading> readBooksNow(const model::system::System &system,
                                                 const std::vector<AuditedFleet> &fleets,
                                                 const QString &dataFolder);
// NotFound when the system keeps no books that we can read.
model::result::Result<OrderBook> readOrders(const model::system::System &system,
                                            const model::packaging::Packaging &packaging,
                                            const QString &dataFolder);
model::result::Result<OrderLife> readLife(const model::system::System &system,
                                          const model::packaging::Packaging &packaging,
                                          const QString &dataFolder,
                                          const QString &order);

} // namespace services::platform
