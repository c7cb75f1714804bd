// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charge.h"

#include <services/storage/database.h>

#include <optional>

namespace services::shop::payments {

using storage::Result;

// All charges ever asked for; the only place with their SQL. Thread of its database.
class ChargeRepository
{
public:
    explicit ChargeRepository(storage::Database &database);

    Result<std::optional<Charge>> find(const QString &id) const;
    // Conflict when there is one with this id.
    Result<void> add(const Charge &charge);
    Result<void> changeState(const QString &id, State state);

private:
    storage::Database &m_database;
};

} // namespace services::shop::payments
