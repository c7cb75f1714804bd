// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "damage.h"

#include <algorithm>
#include <array>

namespace services::shop::audit {

namespace {

constexpr std::array descriptions = {
    DamageDescription{
        Damage::OrderLost, "order-lost", QT_TRANSLATE_NOOP("services::shop::audit", "Order lost"),
        QT_TRANSLATE_NOOP("services::shop::audit",
                          "A customer was told that the order is confirmed, and the shop does not have it.")},
    DamageDescription{
        Damage::NotCharged, "not-charged", QT_TRANSLATE_NOOP("services::shop::audit", "Not charged"),
        QT_TRANSLATE_NOOP("services::shop::audit", "A customer has an order that nobody has paid for.")},
    DamageDescription{
        Damage::ChargedTwice, "charged-twice", QT_TRANSLATE_NOOP("services::shop::audit", "Charged twice"),
        QT_TRANSLATE_NOOP("services::shop::audit", "A customer has paid more than once for one order.")},
    DamageDescription{Damage::ChargedWrongly, "charged-wrongly",
                      QT_TRANSLATE_NOOP("services::shop::audit", "Charged another amount"),
                      QT_TRANSLATE_NOOP("services::shop::audit",
                                        "A customer has paid something else than the order costs.")},
    DamageDescription{
        Damage::ChargedForNothing, "charged-for-nothing",
        QT_TRANSLATE_NOOP("services::shop::audit", "Charged for nothing"),
        QT_TRANSLATE_NOOP("services::shop::audit",
                          "An order did not come about, and the customer's money was not given back.")},
    DamageDescription{Damage::ChargedAndForgotten, "charged-and-forgotten",
                      QT_TRANSLATE_NOOP("services::shop::audit", "Charged and forgotten"),
                      QT_TRANSLATE_NOOP("services::shop::audit",
                                        "A customer has paid for an order that the shop knows nothing of.")},
    DamageDescription{
        Damage::StockNotTaken, "stock-not-taken",
        QT_TRANSLATE_NOOP("services::shop::audit", "Stock not taken"),
        QT_TRANSLATE_NOOP("services::shop::audit",
                          "An order is confirmed, but its goods are still on the shelf for others.")},
    DamageDescription{Damage::StockTakenTwice, "stock-taken-twice",
                      QT_TRANSLATE_NOOP("services::shop::audit", "Stock taken twice"),
                      QT_TRANSLATE_NOOP("services::shop::audit",
                                        "The goods of one order were taken off the shelf more than once.")},
    DamageDescription{Damage::WrongStockTaken, "wrong-stock-taken",
                      QT_TRANSLATE_NOOP("services::shop::audit", "Other stock taken"),
                      QT_TRANSLATE_NOOP("services::shop::audit",
                                        "Other goods were taken off the shelf than the order lists.")},
    DamageDescription{
        Damage::StockTakenForNothing, "stock-taken-for-nothing",
        QT_TRANSLATE_NOOP("services::shop::audit", "Stock taken for nothing"),
        QT_TRANSLATE_NOOP("services::shop::audit",
                          "An order did not come about, and its goods are gone from the shelf.")},
    DamageDescription{
        Damage::StockHeldForNobody, "stock-held-for-nobody",
        QT_TRANSLATE_NOOP("services::shop::audit", "Stock held for nobody"),
        QT_TRANSLATE_NOOP("services::shop::audit",
                          "Goods are set aside for an order that does not need them: nobody can buy them.")},
    DamageDescription{
        Damage::StockForgotten, "stock-forgotten",
        QT_TRANSLATE_NOOP("services::shop::audit", "Stock held and forgotten"),
        QT_TRANSLATE_NOOP("services::shop::audit",
                          "Goods are set aside, or gone, for an order that the shop knows nothing of.")},
    DamageDescription{
        Damage::StockMiscounted, "stock-miscounted",
        QT_TRANSLATE_NOOP("services::shop::audit", "Stock miscounted"),
        QT_TRANSLATE_NOOP("services::shop::audit", "What the shelf says is not what was reserved and sold.")},
    DamageDescription{Damage::EventLost, "event-lost",
                      QT_TRANSLATE_NOOP("services::shop::audit", "Message lost"),
                      QT_TRANSLATE_NOOP("services::shop::audit",
                                        "Something happened, and a part of the shop will never hear of it.")},
    DamageDescription{
        Damage::EventActedOnTwice, "event-acted-on-twice",
        QT_TRANSLATE_NOOP("services::shop::audit", "Message acted on twice"),
        QT_TRANSLATE_NOOP("services::shop::audit", "A message arrived twice, and was acted on each time.")},
    DamageDescription{Damage::EventMadeUp, "event-made-up",
                      QT_TRANSLATE_NOOP("services::shop::audit", "Message of nothing"),
                      QT_TRANSLATE_NOOP("services::shop::audit",
                                        "A part of the shop has acted on something that did not happen.")},
};

} // namespace

const DamageDescription &description(Damage damage)
{
    return *std::ranges::find(descriptions, damage, &DamageDescription::damage);
}

std::vector<Damage> allDamages()
{
    std::vector<Damage> damages;
    for (const auto &each : descriptions)
        damages.push_back(each.damage);
    return damages;
}

} // namespace services::shop::audit
