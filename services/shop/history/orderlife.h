// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "orderbook.h"

#include <QMap>

namespace services::shop::history {

// An entry of the saga's log: how an order stood from a moment on.
struct LogEntry
{
    Moment at;
    int attempt = 1;
    State state = State::Started;
    orders::Debts debts;
    QString failure; // empty: nothing has failed
    int tries = 0; // failed so far, to settle it in the background
    QString worker; // the life of the instance that has the order in hand

    bool operator==(const LogEntry &) const = default;
};

struct ChargeNote
{
    QString state; // "captured", "declined", "refunded", "cancelled"
    QString reason;
    std::int64_t amount = 0; // cents
    Moment at;
};

struct MailNote
{
    QString kind; // "order-confirmed", "order-shipped"
    Moment at;
};

// All that the shop's stores say of one order: each capability for itself.
struct OrderLife
{
    OrderGlance order;
    model::telemetry::TraceContext trace; // of the request that placed it the last time
    std::vector<LogEntry> log; // the oldest first
    std::vector<ChargeNote> charges;
    QStringList reservations; // their states
    std::vector<Moment> parcels;
    std::vector<MailNote> mails;
    QStringList unpublished; // topics of its events that are still in an outbox
};

// `files`: the store of each capability; in a monolith the same for all. As readOrderBook(); NotFound also
// when there is no such order.
Result<OrderLife> readOrderLife(const QMap<QString, QString> &files, const QString &order);

} // namespace services::shop::history
