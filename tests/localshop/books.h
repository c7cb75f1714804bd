// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "localshop.h"

namespace tests::localshop {

// The shop's books at a quiet moment, read from the databases of orders, payments and inventory.
struct Books
{
    int confirmed = 0; // orders
    int unsettled = 0; // orders
    int captured = 0; // charges
    std::int64_t sold = 0; // pieces
    std::int64_t held = 0; // pieces
    QStringList wrong; // sentences; empty: the books balance
};

// Each confirmed order has exactly one captured charge of its amount and exactly its stock taken; nothing
// else is captured, sold or held.
Books audit(LocalShop &shop);

} // namespace tests::localshop
