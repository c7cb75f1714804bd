// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditparts.h"

#include <QCoreApplication>

namespace services::shop::audit {

using namespace Qt::StringLiterals;

namespace {

void note(Books &books, Damage damage, const QString &subject, const QString &sentence)
{
    books.wrong.push_back({damage, subject, sentence});
}

void auditCharges(const QString &id, const Order &order, const Ledger &ledger, Books &books)
{
    const auto charges = ledger.captured.values(id);
    if (charges.isEmpty())
        note(books, Damage::NotCharged, id,
             QCoreApplication::translate("services::shop::audit",
                                         "Order %1 is confirmed, but nobody has paid for it")
                 .arg(id));
    else if (charges.size() > 1)
        note(books, Damage::ChargedTwice, id,
             QCoreApplication::translate("services::shop::audit",
                                         "Order %1 is confirmed and was charged %2 times")
                 .arg(id)
                 .arg(charges.size()));
    else if (charges.first() != order.total)
        note(books, Damage::ChargedWrongly, id,
             QCoreApplication::translate("services::shop::audit",
                                         "Order %1 costs %2 cents, but %3 were charged")
                 .arg(id)
                 .arg(order.total)
                 .arg(charges.first()));
}

void auditStock(const QString &id, const Order &order, const Ledger &ledger, Books &books)
{
    const auto taken = ledger.taken.values(id);
    if (taken.isEmpty())
        note(books, Damage::StockNotTaken, id,
             QCoreApplication::translate("services::shop::audit",
                                         "Order %1 is confirmed, but its stock was not taken")
                 .arg(id));
    else if (taken.size() > 1)
        note(books, Damage::StockTakenTwice, id,
             QCoreApplication::translate("services::shop::audit", "The stock of order %1 was taken %2 times")
                 .arg(id)
                 .arg(taken.size()));
    else if (taken.first() != order.pieces)
        note(books, Damage::WrongStockTaken, id,
             QCoreApplication::translate("services::shop::audit", "Order %1 took other stock than it lists")
                 .arg(id));
}

// Whatever becomes of it: each attempt gives back before the next one begins.
void auditUnsettled(const QString &id, const Ledger &ledger, Books &books)
{
    if (const auto charges = ledger.captured.count(id); charges > 1)
        note(books, Damage::ChargedTwice, id,
             QCoreApplication::translate("services::shop::audit",
                                         "Order %1 is not settled and was charged %2 times")
                 .arg(id)
                 .arg(charges));
    if (const auto taken = ledger.taken.count(id); taken > 1)
        note(books, Damage::StockTakenTwice, id,
             QCoreApplication::translate("services::shop::audit",
                                         "Order %1 is not settled and its stock was taken %2 times")
                 .arg(id)
                 .arg(taken));
}

// What is captured, taken or held for an order that is over, or that nobody knows.
struct Stray
{
    Damage ofOver;
    Damage ofUnknown;
    QString what; // "its charge is captured"
};

void auditStrays(const QList<QString> &orders, const Ledger &ledger, const Stray &stray, Books &books)
{
    for (const auto &id : orders) {
        const auto order = ledger.orders.constFind(id);
        if (order == ledger.orders.constEnd())
            note(books, stray.ofUnknown, id,
                 QCoreApplication::translate("services::shop::audit", "Nobody knows an order %1, but %2")
                     .arg(id, stray.what));
        else if (order->state == Order::State::Over)
            note(books, stray.ofOver, id,
                 QCoreApplication::translate("services::shop::audit", "Order %1 did not come about, but %2")
                     .arg(id, stray.what));
    }
}

// Whoever gives up an order has let its stock go by then, and whoever confirms one has committed it. (What is
// forgotten even so is let go when its time is up.)
void auditHeld(const Ledger &ledger, Books &books)
{
    QMap<QString, int> holders;
    for (const auto &held : ledger.held)
        ++holders[held.order];
    auditStrays(holders.keys(), ledger,
                {Damage::StockHeldForNobody, Damage::StockForgotten,
                 QCoreApplication::translate("services::shop::audit", "stock is held for it")},
                books);
    for (const auto &id : holders.keys()) {
        if (ledger.orders.value(id).state == Order::State::Confirmed)
            note(books, Damage::StockHeldForNobody, id,
                 QCoreApplication::translate("services::shop::audit",
                                             "Order %1 is confirmed, and more stock is held for it")
                     .arg(id));
    }
}

void addUp(const Ledger &ledger, Sums &sums)
{
    for (const auto &order : ledger.orders) {
        if (order.state != Order::State::Confirmed)
            continue;
        ++sums.confirmed;
        sums.ordered += order.total;
        for (const auto quantity : order.pieces)
            sums.piecesOrdered += quantity;
    }
    for (const auto amount : ledger.captured) {
        ++sums.charges;
        sums.charged += amount;
    }
    for (const auto &pieces : ledger.taken) {
        for (const auto quantity : pieces)
            sums.piecesTaken += quantity;
    }
}

} // namespace

void auditPromises(const Ledger &ledger, const QSet<QString> &acknowledged, Books &books)
{
    for (const auto &id : acknowledged) {
        const auto order = ledger.orders.constFind(id);
        if (order == ledger.orders.constEnd() || order->state != Order::State::Confirmed)
            note(books, Damage::OrderLost, id,
                 QCoreApplication::translate("services::shop::audit",
                                             "A customer was told that order %1 is confirmed, and it is not")
                     .arg(id));
    }
}

void auditOrders(const Ledger &ledger, Books &books)
{
    for (auto order = ledger.orders.begin(); order != ledger.orders.end(); ++order) {
        if (order->state == Order::State::Confirmed) {
            auditCharges(order.key(), *order, ledger, books);
            auditStock(order.key(), *order, ledger, books);
        } else if (order->state == Order::State::Unsettled) {
            ++books.inFlight;
            auditUnsettled(order.key(), ledger, books);
        }
    }
    if (books.inFlight > 0)
        books.moving.append(
            books.inFlight == 1
                ? QCoreApplication::translate("services::shop::audit", "1 order is not settled yet")
                : QCoreApplication::translate("services::shop::audit", "%1 orders are not settled yet")
                      .arg(books.inFlight));
    auditStrays(ledger.captured.uniqueKeys(), ledger,
                {Damage::ChargedForNothing, Damage::ChargedAndForgotten,
                 QCoreApplication::translate("services::shop::audit", "its charge is captured")},
                books);
    auditStrays(ledger.taken.uniqueKeys(), ledger,
                {Damage::StockTakenForNothing, Damage::StockForgotten,
                 QCoreApplication::translate("services::shop::audit", "its stock is taken")},
                books);
    auditHeld(ledger, books);
    addUp(ledger, books.sums);
}

} // namespace services::shop::audit
