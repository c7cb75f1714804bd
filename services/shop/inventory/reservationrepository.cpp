// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reservationrepository.h"

#include <services/shop/calendar/calendar.h>

namespace services::shop::inventory {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Row;

ReservationRepository::ReservationRepository(storage::Database &database)
    : m_database(database)
{
}

Result<std::optional<Reservation>> ReservationRepository::find(const QString &id) const
{
    auto found = m_database.select<Reservation>(
        u"SELECT id, order_id, state, expires_at FROM inventory_reservations WHERE id = ?"_s, {id},
        [](const Row &row) {
            return Reservation{.id = row.text(0),
                               .order = row.text(1),
                               .items = {},
                               .state = stateOfWord(row.text(2)),
                               .expiresAt = calendar::moment(row.integer(3))};
        });
    if (!found)
        return failure(found.error());
    if (found->empty())
        return std::nullopt;
    auto items = itemsOf(id);
    if (!items)
        return failure(items.error());
    found->front().items = std::move(*items);
    return std::move(found->front());
}

Result<std::vector<Portion>> ReservationRepository::itemsOf(const QString &id) const
{
    return m_database.select<Portion>(
        u"SELECT product, quantity FROM inventory_reservation_items WHERE reservation = ? ORDER BY product"_s,
        {id}, [](const Row &row) { return Portion{.product = row.text(0), .quantity = row.integer(1)}; });
}

Result<std::vector<QString>> ReservationRepository::overdue(std::chrono::system_clock::time_point now,
                                                            int limit) const
{
    return m_database.select<QString>(
        u"SELECT id FROM inventory_reservations WHERE state = 'held' AND expires_at <= ? ORDER BY expires_at LIMIT ?"_s,
        {calendar::milliseconds(now), std::int64_t{limit}}, [](const Row &row) { return row.text(0); });
}

Result<void> ReservationRepository::add(const Reservation &reservation)
{
    const auto added = m_database.execute(
        u"INSERT INTO inventory_reservations (id, order_id, state, expires_at) VALUES (?, ?, ?, ?)"_s,
        {reservation.id, reservation.order, word(reservation.state),
         calendar::milliseconds(reservation.expiresAt)});
    if (!added)
        return failure(added.error());
    for (const auto &[product, quantity] : reservation.items) {
        const auto item = m_database.execute(
            u"INSERT INTO inventory_reservation_items (reservation, product, quantity) VALUES (?, ?, ?)"_s,
            {reservation.id, product, quantity});
        if (!item)
            return failure(item.error());
    }
    return {};
}

Result<void> ReservationRepository::changeState(const QString &id, State state)
{
    const auto changed = m_database.execute(u"UPDATE inventory_reservations SET state = ? WHERE id = ?"_s,
                                            {word(state), id});
    return changed ? Result<void>() : failure(changed.error());
}

} // namespace services::shop::inventory
