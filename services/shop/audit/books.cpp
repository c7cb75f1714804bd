// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "books.h"

#include "ledger.h"

namespace services::shop::audit {

using namespace Qt::StringLiterals;

namespace {

// Inventory looks for forgotten reservations every few seconds.
constexpr std::chrono::seconds patience{15};

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

// Whatever becomes of it: each attempt gives back before the next one begins.
void auditUnsettled(const QString &id, const Ledger &ledger, Books &books)
{
    ++books.inFlight;
    if (const auto charges = ledger.captured.count(id); charges > 1)
        books.wrong.append(u"Order %1 is not settled and has %2 captured charges"_s.arg(id).arg(charges));
    if (const auto taken = ledger.taken.count(id); taken > 1)
        books.wrong.append(u"Order %1 is not settled and has %2 committed reservations"_s.arg(id).arg(taken));
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

void auditShelf(
    const QString &product, const Shelf &shelf, std::int64_t taken, std::int64_t held, Books &books)
{
    if (shelf.sold != taken)
        books.wrong.append(u"%1: %2 pieces count as sold, but committed reservations took %3"_s.arg(product)
                               .arg(shelf.sold)
                               .arg(taken));
    if (shelf.held != held)
        books.wrong.append(u"%1: %2 pieces count as held, but open reservations hold %3"_s.arg(product)
                               .arg(shelf.held)
                               .arg(held));
    if (const auto there = shelf.available + shelf.held + shelf.sold; there != shelf.stocked)
        books.wrong.append(u"%1: of %2 pieces that came in %3 are accounted for"_s.arg(product)
                               .arg(shelf.stocked)
                               .arg(there));
}

void auditStock(const Ledger &ledger, Books &books)
{
    Pieces taken;
    for (const auto &pieces : ledger.taken) {
        for (auto piece = pieces.begin(); piece != pieces.end(); ++piece)
            taken[piece.key()] += piece.value();
    }
    Pieces held;
    for (const auto &portion : ledger.held)
        held[portion.product] += portion.quantity;
    for (auto shelf = ledger.shelves.begin(); shelf != ledger.shelves.end(); ++shelf)
        auditShelf(shelf.key(), *shelf, taken.value(shelf.key()), held.value(shelf.key()), books);
}

// Whoever gives up an order lets its stock go; what was forgotten is let go soon after its time is up.
void auditHeld(const Ledger &ledger, std::chrono::system_clock::time_point now, Books &books)
{
    QMap<QString, bool> overdue; // by order that does not need its stock
    for (const auto &portion : ledger.held) {
        const auto order = ledger.orders.constFind(portion.order);
        if (order == ledger.orders.constEnd() || order->state != Order::State::Unsettled)
            overdue[portion.order] |= portion.expiresAt + patience < now;
    }
    for (auto order = overdue.constBegin(); order != overdue.constEnd(); ++order) {
        if (*order)
            books.wrong.append(
                u"Stock is held for order %1, which is over, past its time"_s.arg(order.key()));
        else
            ++books.inFlight;
    }
}

} // namespace

storage::Result<Books> readBooks(const BookFiles &files, std::chrono::system_clock::time_point now)
{
    const auto ledger = readLedger(files);
    if (!ledger)
        return storage::failure(ledger.error());
    Books books;
    for (auto order = ledger->orders.begin(); order != ledger->orders.end(); ++order) {
        if (order->state == Order::State::Confirmed)
            auditConfirmed(order.key(), *order, *ledger, books);
        else if (order->state == Order::State::Unsettled)
            auditUnsettled(order.key(), *ledger, books);
    }
    auditStrays(ledger->captured.uniqueKeys(), *ledger, u"charge is captured"_s, books);
    auditStrays(ledger->taken.uniqueKeys(), *ledger, u"stock is taken"_s, books);
    auditStock(*ledger, books);
    auditHeld(*ledger, now, books);
    return books;
}

} // namespace services::shop::audit
