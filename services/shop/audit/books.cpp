// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "books.h"

#include "ledger.h"

namespace services::shop::audit {

using namespace Qt::StringLiterals;

namespace {

void auditConfirmed(const QString &id, const Order &order, const Ledger &ledger, Books &books)
{
    ++books.confirmed;
    const auto charges = ledger.captured.values(id);
    if (charges.size() != 1)
        books.wrong.append(u"Order %1 is confirmed with %2 captured charges"_s.arg(id).arg(charges.size()));
    else if (charges.first() != order.total)
        books.wrong.append(
            u"Order %1 costs %2 cents, but %3 were captured"_s.arg(id).arg(order.total).arg(charges.first()));
    const auto taken = ledger.taken.values(id);
    if (taken.size() != 1)
        books.wrong.append(
            u"Order %1 is confirmed with %2 committed reservations"_s.arg(id).arg(taken.size()));
    else if (taken.first() != order.pieces)
        books.wrong.append(u"Order %1 took other stock than it lists"_s.arg(id));
}

// What is captured or taken for an order that is over, or that nobody knows.
void auditStrays(const QList<QString> &orders, const Ledger &ledger, const QString &what, Books &books)
{
    for (const auto &id : orders) {
        const auto order = ledger.orders.constFind(id);
        const bool isKnown = order != ledger.orders.constEnd();
        if (!isKnown || order->state == Order::State::Over)
            books.wrong.append(isKnown ? u"Order %1 did not come about, but its %2"_s.arg(id, what)
                                       : u"Nobody knows an order %1, but its %2"_s.arg(id, what));
    }
}

void auditStock(const Ledger &ledger, Books &books)
{
    Pieces sold;
    for (const auto &pieces : ledger.taken) {
        for (auto piece = pieces.begin(); piece != pieces.end(); ++piece)
            sold[piece.key()] += piece.value();
    }
    if (sold != ledger.sold)
        books.wrong.append(u"The stock that counts as sold is not what the committed reservations took"_s);
}

} // namespace

storage::Result<Books> readBooks(const BookFiles &files)
{
    const auto ledger = readLedger(files);
    if (!ledger)
        return storage::failure(ledger.error());
    Books books;
    for (auto order = ledger->orders.begin(); order != ledger->orders.end(); ++order) {
        if (order->state == Order::State::Confirmed)
            auditConfirmed(order.key(), *order, *ledger, books);
        else if (order->state == Order::State::Unsettled)
            ++books.inFlight;
    }
    auditStrays(ledger->captured.uniqueKeys(), *ledger, u"charge is captured"_s, books);
    auditStrays(ledger->taken.uniqueKeys(), *ledger, u"stock is taken"_s, books);
    auditStock(*ledger, books);
    for (const auto &id : ledger->held) {
        const auto order = ledger->orders.constFind(id);
        if (order == ledger->orders.constEnd() || order->state != Order::State::Unsettled)
            ++books.inFlight; // unsettled orders have been counted
    }
    return books;
}

} // namespace services::shop::audit
