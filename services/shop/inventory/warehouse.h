// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reservationrepository.h"
#include "stockrepository.h"

#include <services/shop/input/repeats.h>

namespace services::shop::inventory {

// The rules of setting stock aside: all or nothing, each step once however often it is asked for, never below
// zero, nothing held for ever. Each public function is one transaction. Thread of its database.
class Warehouse
{
public:
    Warehouse(storage::Database &database, input::Repeats repeats);

    Result<Stock> stock(const QString &product) const { return m_stock.find(product); }
    // The same id and content: the same answer. Conflict: sold out, or the id stands for something else, or
    // what it stands for was let go.
    Result<Reservation> reserve(const Reservation &wanted);
    // Conflict when it was let go meanwhile; its stock may be gone by now.
    Result<Reservation> commit(const QString &id);
    // Conflict when it is sold. An unknown one is NotFound, unless `callOff`: then it is noted as released,
    // and should the request for it arrive later, that is refused.
    Result<void> release(const QString &id, bool callOff);
    // Lets go what was forgotten; answers how many reservations.
    Result<int> expire(std::chrono::system_clock::time_point now);

private:
    Result<Reservation> reserveOnce(Reservation wanted);
    Result<Reservation> commitOnce(const QString &id);
    Result<void> releaseOnce(const QString &id, bool callOff);
    Result<void> letGo(const Reservation &reservation, State state);

    storage::Database &m_database;
    StockRepository m_stock;
    ReservationRepository m_reservations;
    input::Repeats m_repeats;
};

} // namespace services::shop::inventory
