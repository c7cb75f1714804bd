// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "message.h"

#include <services/storage/database.h>

namespace services::shop::notifications {

using storage::Result;

// The mails that were sent; the only place with their SQL. Thread of its database.
class MessageRepository
{
public:
    explicit MessageRepository(storage::Database &database);

    Result<void> add(const Message &message);
    // The customer's latest, newest first; about one order when `order` is not empty.
    Result<std::vector<Message>> list(const QString &account, const QString &order) const;

private:
    storage::Database &m_database;
};

} // namespace services::shop::notifications
