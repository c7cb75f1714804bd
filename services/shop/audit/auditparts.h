// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ledger.h"

namespace services::shop::audit {

// The parts of an audit, each of which adds what it has found to the books. Any thread.

// Whether the shop has what customers were told.
void auditPromises(const Ledger &ledger, const QSet<QString> &acknowledged, Books &books);
// Whether each order was charged and got its stock as it must have, and nothing else was.
void auditOrders(const Ledger &ledger, Books &books);
// Whether the shelves say what the reservations do.
void auditShelves(const Ledger &ledger, Books &books);
// Whether everybody has acted on each event once, or will.
void auditNews(const Ledger &ledger, const std::optional<Mailboxes> &mailboxes, Books &books);

} // namespace services::shop::audit
