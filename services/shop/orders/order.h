// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/error.h>
#include <model/telemetry/tracecontext.h>

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace services::shop::orders {

// How far an order has come. Each state is written down before the next step is taken, so that whoever finds
// the order after a crash knows what may have happened: at most one step more than is written.
//
//     started -> reserved -> charged -> committed -> confirmed
//        \__________\___________\--> unwinding --> refused | compensated
//
// Until the card is charged an interrupted order is unwound; from then on it is carried through.
enum class State
{
    Started, // stock may be reserved
    Reserved, // stock is reserved, the card may be charged
    Charged, // the card is charged, the stock may be committed
    Committed, // the stock is taken
    Confirmed, // the customer has it, order.placed is in the outbox; final
    Unwinding, // it will not be: what was taken goes back
    Refused, // it could not be: declined, sold out; final
    Compensated // something was not there; everything went back; the same key may try again
};

QString word(State state);
State stateOfWord(const QString &word);
// Nothing is left to do.
bool isSettled(State state);

struct Line
{
    QString product;
    QString name;
    std::int64_t price = 0; // cents, each
    std::int64_t quantity = 1;
};

// What goes back while an order is unwound.
struct Debts
{
    bool charge = false; // there is, or may be, a charge
    bool reservation = false; // there is, or may be, a reservation

    bool isEmpty() const { return !charge && !reservation; }
};

struct Order
{
    QString id;
    QString account;
    QString email;
    QString name;
    QString key; // the customer's idempotency key
    std::optional<std::int64_t> cartGeneration; // what it was made of; nothing: of before carts had one
    int attempt = 1; // a compensated order may be tried again
    State state = State::Started;
    std::int64_t total = 0; // cents
    QString currency;
    std::vector<Line> lines;
    std::chrono::system_clock::time_point placedAt;
    Debts debts;
    std::optional<model::result::Error> failure; // why it is unwound
    model::telemetry::TraceContext trace; // of the request that placed it
    int tries = 0; // failed tries to settle it in the background

    // The names under which this attempt reserves and charges: their idempotency keys, and so their ids.
    QByteArray reservation() const;
    QByteArray charge() const;
};

} // namespace services::shop::orders
