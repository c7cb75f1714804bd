// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

#include <QStringList>

#include <chrono>

namespace services::shop::audit {

// The databases in which the three capabilities keep their books; in a monolith one and the same.
struct BookFiles
{
    QString orders;
    QString payments;
    QString inventory;
};

// What an audit of the books shows.
struct Books
{
    int confirmed = 0; // orders
    // Not settled yet, and going to be: unsettled orders, and stock that is held for an order that did not
    // come about, until its time is up.
    int inFlight = 0;
    QStringList wrong; // sentences; empty: the books balance
};

// Compares the books: each confirmed order has exactly one captured charge of its total and exactly its stock
// taken, nothing else is captured or taken, no order is charged twice, and every piece that ever came in is
// available, held by an open reservation or sold. `now`: as the shop's clocks have it. Reads what is
// committed, from connections of its own; the shop may run meanwhile, but only a quiet moment can be judged.
// Blocks for milliseconds. Any thread.
storage::Result<Books> readBooks(const BookFiles &files,
                                 std::chrono::system_clock::time_point now
                                 = std::chrono::system_clock::now());

} // namespace services::shop::audit
