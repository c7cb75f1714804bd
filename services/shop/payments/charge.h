// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>

namespace services::shop::payments {

enum class State
{
    Captured, // the money is ours
    Declined, // the bank refused; final
    Refunded, // the money went back; final
    Cancelled // called off before it was asked for; final
};

QString word(State state);
State stateOfWord(const QString &word);

// What was asked of a card and what came of it. The number itself is not kept: the last four digits for
// people, and a salted digest to recognise the same request.
struct Charge
{
    QString id; // the idempotency key it was asked for with
    QString order;
    std::int64_t amount = 0; // cents
    QString currency;
    QString lastDigits;
    QByteArray cardSalt;
    QByteArray cardDigest;
    State state = State::Captured;
    QString reason; // why it was declined
    std::chrono::system_clock::time_point createdAt;
};

QByteArray digestOfCard(const QString &number, const QByteArray &salt);

} // namespace services::shop::payments
