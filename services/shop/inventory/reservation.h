// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <vector>

namespace services::shop::inventory {

enum class State
{
    Held, // set aside until it is committed, let go, or forgotten for too long
    Committed, // sold; final
    Released, // let go by whoever held it; final
    Expired // let go because nobody came back for it; final
};

QString word(State state);
State stateOfWord(const QString &word);

struct Portion
{
    QString product;
    std::int64_t quantity = 1;

    bool operator==(const Portion &) const = default;
};

// Stock set aside for an order: all of it or none.
struct Reservation
{
    QString id; // the idempotency key it was asked for with
    QString order;
    std::vector<Portion> items; // by product
    State state = State::Held;
    std::chrono::system_clock::time_point expiresAt;
};

struct Stock
{
    QString product;
    std::int64_t available = 0;
    std::int64_t held = 0;
    std::int64_t sold = 0;
};

} // namespace services::shop::inventory
