// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shipment.h"

#include <services/storage/database.h>

namespace services::shop::shipping {

using storage::Result;

// The parcels that were sent; the only place with their SQL. Thread of its database.
class ShipmentRepository
{
public:
    explicit ShipmentRepository(storage::Database &database);

    Result<void> add(const Shipment &shipment);
    // The customer's latest, newest first; of one order when `order` is not empty.
    Result<std::vector<Shipment>> list(const QString &account, const QString &order) const;

private:
    storage::Database &m_database;
};

} // namespace services::shop::shipping
