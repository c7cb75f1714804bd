// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditparts.h"

#include <QCoreApplication>

namespace services::shop::audit {

using namespace Qt::StringLiterals;

namespace {

void auditShelf(
    const QString &product, const Shelf &shelf, std::int64_t taken, std::int64_t held, Books &books)
{
    const auto note = [&](const QString &sentence) {
        books.wrong.push_back({Damage::StockMiscounted, product, sentence});
    };
    if (shelf.sold != taken)
        note(QCoreApplication::translate("services::shop::audit",
                                         "%1: %2 pieces count as sold, but committed reservations took %3")
                 .arg(product)
                 .arg(shelf.sold)
                 .arg(taken));
    if (shelf.held != held)
        note(QCoreApplication::translate("services::shop::audit",
                                         "%1: %2 pieces count as held, but open reservations hold %3")
                 .arg(product)
                 .arg(shelf.held)
                 .arg(held));
    if (const auto there = shelf.available + shelf.held + shelf.sold; there != shelf.stocked)
        note(QCoreApplication::translate("services::shop::audit",
                                         "%1: of %2 pieces that came in %3 are accounted for")
                 .arg(product)
                 .arg(shelf.stocked)
                 .arg(there));
}

} // namespace

void auditShelves(const Ledger &ledger, Books &books)
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

} // namespace services::shop::audit
