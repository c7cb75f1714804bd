// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reservation.h"

#include <services/storage/database.h>

#include <optional>

namespace services::shop::inventory {

using storage::Result;

// What is, or was, set aside for which order; the only place with its SQL. Thread of its database.
class ReservationRepository
{
public:
    explicit ReservationRepository(storage::Database &database);

    Result<std::optional<Reservation>> find(const QString &id) const;
    // Those still held whose time is over, at most `limit`.
    Result<std::vector<QString>> overdue(std::chrono::system_clock::time_point now, int limit) const;
    // Inside a transaction.
    Result<void> add(const Reservation &reservation);
    Result<void> changeState(const QString &id, State state);

private:
    Result<std::vector<Portion>> itemsOf(const QString &id) const;

    storage::Database &m_database;
};

} // namespace services::shop::inventory
