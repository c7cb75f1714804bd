// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

namespace services::shop::notifications {

using namespace Qt::StringLiterals;

// That a mail is sent once is the inbox's business alone.
std::vector<storage::Migration> migrations()
{
    return {
        {u"notifications"_s, 1,
         u"CREATE TABLE notifications_messages ("
         "  id TEXT PRIMARY KEY,"
         "  order_id TEXT NOT NULL,"
         "  account TEXT NOT NULL,"
         "  email TEXT NOT NULL,"
         "  kind TEXT NOT NULL,"
         "  subject TEXT NOT NULL,"
         "  body TEXT NOT NULL,"
         "  sent_at INTEGER NOT NULL,"
         "  UNIQUE (order_id, kind)"
         ") WITHOUT ROWID;"
         "CREATE INDEX notifications_messages_by_account ON notifications_messages (account, sent_at);"_s},
        {u"notifications"_s, 2,
         u"ALTER TABLE notifications_messages RENAME TO notifications_messages_1;"
         "CREATE TABLE notifications_messages ("
         "  id TEXT PRIMARY KEY,"
         "  order_id TEXT NOT NULL,"
         "  account TEXT NOT NULL,"
         "  email TEXT NOT NULL,"
         "  kind TEXT NOT NULL,"
         "  subject TEXT NOT NULL,"
         "  body TEXT NOT NULL,"
         "  sent_at INTEGER NOT NULL"
         ") WITHOUT ROWID;"
         "INSERT INTO notifications_messages SELECT id, order_id, account, email, kind, subject, body, "
         "sent_at"
         "  FROM notifications_messages_1;"
         "DROP TABLE notifications_messages_1;"
         "CREATE INDEX notifications_messages_by_account ON notifications_messages (account, sent_at);"_s}};
}

} // namespace services::shop::notifications
