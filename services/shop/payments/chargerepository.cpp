// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chargerepository.h"

#include <services/shop/calendar/calendar.h>

namespace services::shop::payments {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Row;

namespace {

Charge chargeOf(const Row &row)
{
    return {.id = row.text(0),
            .order = row.text(1),
            .amount = row.integer(2),
            .currency = row.text(3),
            .lastDigits = row.text(4),
            .cardSalt = row.bytes(5),
            .cardDigest = row.bytes(6),
            .state = stateOfWord(row.text(7)),
            .reason = row.text(8),
            .createdAt = calendar::moment(row.integer(9))};
}

} // namespace

ChargeRepository::ChargeRepository(storage::Database &database)
    : m_database(database)
{
}

Result<std::optional<Charge>> ChargeRepository::find(const QString &id) const
{
    const auto found = m_database.select<Charge>(u"SELECT id, order_id, amount, currency, last_digits, "
                                                 u"card_salt, card_digest, state, reason, created_at"
                                                 " FROM payments_charges WHERE id = ?"_s,
                                                 {id}, chargeOf);
    if (!found)
        return failure(found.error());
    return found->empty() ? std::nullopt : std::optional(found->front());
}

Result<void> ChargeRepository::add(const Charge &charge)
{
    const auto added = m_database.execute(
        u"INSERT INTO payments_charges (id, order_id, amount, currency, last_digits, card_salt, card_digest, "
        u"state,"
        " reason, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {charge.id, charge.order, charge.amount, charge.currency, charge.lastDigits, charge.cardSalt,
         charge.cardDigest, word(charge.state), charge.reason, calendar::milliseconds(charge.createdAt)});
    return added ? Result<void>() : failure(added.error());
}

Result<void> ChargeRepository::changeState(const QString &id, State state)
{
    const auto changed
        = m_database.execute(u"UPDATE payments_charges SET state = ? WHERE id = ?"_s, {word(state), id});
    return changed ? Result<void>() : failure(changed.error());
}

} // namespace services::shop::payments
