// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace services::shop::audit {

// Each way in which the shop's books can be wrong.
enum class Damage
{
    OrderLost,
    NotCharged,
    ChargedTwice,
    ChargedWrongly,
    ChargedForNothing,
    ChargedAndForgotten,
    StockNotTaken,
    StockTakenTwice,
    WrongStockTaken,
    StockTakenForNothing,
    StockHeldForNobody,
    StockForgotten,
    StockMiscounted,
    EventLost,
    EventActedOnTwice,
    EventMadeUp,
};

// What is said of one kind of damage; the words are here and nowhere else. They are in the context
// "services::shop::audit", for whoever translates them.
struct DamageDescription
{
    Damage damage;
    const char *word; // in results and files: "charged-twice"
    const char *title; // "Charged twice"
    const char *meaning; // a sentence, for people who do not write code
};

const DamageDescription &description(Damage damage);
// All there are, in the order of their declaration.
std::vector<Damage> allDamages();

// One thing that is wrong.
struct Finding
{
    Damage damage = Damage::NotCharged;
    QString subject; // the order, product or account; empty: it was found in a sum
    QString sentence;
    std::int64_t amount = 1; // so many pieces or messages, where it was found in a sum

    bool operator==(const Finding &) const = default;
};

} // namespace services::shop::audit
