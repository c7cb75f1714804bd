// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/storage/database.h>

#include <QStringList>

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
// taken, and nothing else is captured or taken. Reads what is committed, from connections of its own; the
// shop may run meanwhile, but only a quiet moment can be judged. Blocks for milliseconds. Any thread.
storage::Result<Books> readBooks(const BookFiles &files);

} // namespace services::shop::audit
