// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "damage.h"

#include <services/storage/database.h>

#include <QMap>
#include <QSet>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace services::shop::audit {

// The database in which each capability keeps its book; in a monolith it is the same for all.
using BookFiles = QMap<QString, QString>;

// What a broker has for one capability and the capability has not acted on yet.
struct Mailbox
{
    QMap<QString, std::int64_t> waiting; // messages, by topic
    std::int64_t setAside = 0; // dead letters
    QSet<std::pair<QString, QString>> setAsideKeys; // topic and key of those of them that are known
};
using Mailboxes = QMap<QString, Mailbox>; // by capability

// All of it together.
struct Sums
{
    int confirmed = 0; // orders
    std::int64_t ordered = 0; // cents, by confirmed orders
    int charges = 0; // captured
    std::int64_t charged = 0; // cents, by these
    std::int64_t piecesOrdered = 0; // by confirmed orders
    std::int64_t piecesTaken = 0; // by committed reservations
    int parcels = 0;
    int mails = 0;

    bool operator==(const Sums &) const = default;
};

// What the sagas have cost, as it is written down. Where one database holds all of them, one transaction for
// each purchase would do: one commit, and never anything to undo or to take up again.
struct Effort
{
    int purchases = 0;
    std::int64_t commits = 0; // in the stores of orders, payments and inventory: their steps
    int undone = 0; // purchases of which something was to be given back
    int takenUp = 0; // purchases which others went on with, or which were tried again later
    bool isInOneStore = false; // one transaction could hold a purchase

    bool operator==(const Effort &) const = default;
};

// What an audit of the books shows.
struct Books
{
    Sums sums;
    Effort effort;
    int inFlight = 0; // orders which are not settled yet, and going to be
    std::int64_t waiting = 0; // messages: not published, not acted on, or set aside
    QStringList moving; // what is in flight and what waits, in sentences
    std::vector<Finding> wrong; // empty: the books balance
};

// Compares all books of the shop. Each confirmed order has exactly one captured charge of its total and
// exactly its stock taken; nothing else is captured, taken or held. Every piece that ever came in is
// available, held by an open reservation or sold. What an event tells has been done exactly once by each who
// listens, or the event waits: a confirmed order has one parcel and two mails, was taken out of its cart and
// counted by the recommendations; a changed product is in the index.
//
// `acknowledged`: orders of which customers were told that they have them: these are confirmed. `mailboxes`:
// as the broker has them; nothing: it could not be asked, and what is not done yet may wait there. Reads what
// is committed, from connections of its own; the shop may run meanwhile, but only a quiet moment can be
// judged. Blocks for milliseconds. NotFound when a file is missing. Any thread.
storage::Result<Books> readBooks(const BookFiles &files,
                                 const std::optional<Mailboxes> &mailboxes,
                                 const QSet<QString> &acknowledged = {});

} // namespace services::shop::audit
