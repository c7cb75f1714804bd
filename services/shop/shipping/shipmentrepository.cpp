// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shipmentrepository.h"

#include <services/shop/calendar/calendar.h>

namespace services::shop::shipping {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Row;

namespace {

constexpr std::int64_t mostListed = 100;

Shipment shipmentOf(const Row &row)
{
    return {.id = row.text(0),
            .order = row.text(1),
            .account = row.text(2),
            .carrier = row.text(3),
            .tracking = row.text(4),
            .createdAt = calendar::moment(row.integer(5))};
}

} // namespace

ShipmentRepository::ShipmentRepository(storage::Database &database)
    : m_database(database)
{
}

Result<void> ShipmentRepository::add(const Shipment &shipment)
{
    const auto added = m_database.execute(
        u"INSERT INTO shipping_shipments (id, order_id, account, carrier, tracking, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?)"_s,
        {shipment.id, shipment.order, shipment.account, shipment.carrier, shipment.tracking,
         calendar::milliseconds(shipment.createdAt)});
    return added ? Result<void>() : failure(added.error());
}

Result<std::vector<Shipment>> ShipmentRepository::list(const QString &account, const QString &order) const
{
    return m_database.select<Shipment>(
        u"SELECT id, order_id, account, carrier, tracking, created_at FROM shipping_shipments"
        " WHERE account = ? AND (? = '' OR order_id = ?) ORDER BY created_at DESC, id LIMIT ?"_s,
        {account, order, order, mostListed}, shipmentOf);
}

} // namespace services::shop::shipping
