// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messagerepository.h"

#include <services/shop/calendar/calendar.h>

namespace services::shop::notifications {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Row;

namespace {

constexpr std::int64_t mostListed = 100;

Message messageOf(const Row &row)
{
    return {.id = row.text(0),
            .order = row.text(1),
            .account = row.text(2),
            .email = row.text(3),
            .kind = row.text(4),
            .subject = row.text(5),
            .body = row.text(6),
            .sentAt = calendar::moment(row.integer(7))};
}

} // namespace

MessageRepository::MessageRepository(storage::Database &database)
    : m_database(database)
{
}

Result<void> MessageRepository::add(const Message &message)
{
    const auto added = m_database.execute(
        u"INSERT INTO notifications_messages (id, order_id, account, email, kind, subject, body, sent_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {message.id, message.order, message.account, message.email, message.kind, message.subject,
         message.body, calendar::milliseconds(message.sentAt)});
    return added ? Result<void>() : failure(added.error());
}

Result<std::vector<Message>> MessageRepository::list(const QString &account, const QString &order) const
{
    return m_database.select<Message>(
        u"SELECT id, order_id, account, email, kind, subject, body, sent_at FROM notifications_messages"
        " WHERE account = ? AND (? = '' OR order_id = ?) ORDER BY sent_at DESC, id LIMIT ?"_s,
        {account, order, order, mostListed}, messageOf);
}

} // namespace services::shop::notifications
