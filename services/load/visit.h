// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "templatetext.h"

#include <QByteArray>

namespace services::load {

// One shopper for one attempt: who, what they want, and the session they hold. A value lent by a ShopperPool.
struct Visit
{
    int customer = -1; // index in the pool; -1: an anonymous visitor
    Variables variables; // email, password, name, product, order, card, word, key
    QByteArray session; // empty: not logged in
    bool isTraced = false; // every piece of the attempt; else only what fails
    QByteArray cause
        = {}; // the word of the injected fault for which they have come; empty: of their own accord
};

} // namespace services::load
