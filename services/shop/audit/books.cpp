// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditparts.h"

namespace services::shop::audit {

storage::Result<Books> readBooks(const BookFiles &files,
                                 const std::optional<Mailboxes> &mailboxes,
                                 const QSet<QString> &acknowledged)
{
    const auto ledger = readLedger(files);
    if (!ledger)
        return storage::failure(ledger.error());
    Books books;
    books.effort = ledger->effort;
    auditPromises(*ledger, acknowledged, books);
    auditOrders(*ledger, books);
    auditShelves(*ledger, books);
    auditNews(*ledger, mailboxes, books);
    return books;
}

} // namespace services::shop::audit
