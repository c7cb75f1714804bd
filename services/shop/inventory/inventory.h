// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "warehouse.h"

#include <services/assembly/componentfactory.h>

namespace services::shop::inventory {

using contract::Reply;
using contract::Request;

// How long stock stays set aside for an order nobody comes back for.
inline constexpr std::chrono::seconds reservationLifetime{120};
inline constexpr std::chrono::seconds expiryInterval{5};

// Counts the stock and holds what is being bought. The id of a reservation is the idempotency key it was
// asked for with, so that a caller which lost the answer can still name it. Made, used and destroyed in the
// thread of its instance. While it is dead nobody can check out.
class Inventory final : public contract::Component
{
public:
    explicit Inventory(assembly::ComponentContext context);
    ~Inventory() override;

private:
    QCoro::Task<Result<Reply>> showStock(Request request);
    QCoro::Task<Result<Reply>> reserve(Request request);
    QCoro::Task<Result<Reply>> commit(Request request);
    // With the reservation's own key it also calls off a reservation which has not arrived.
    QCoro::Task<Result<Reply>> release(Request request);

    Result<Reservation> wantedOf(const Request &request) const;
    void expireLater();

    assembly::ComponentContext m_context;
    Warehouse m_warehouse;
    waiting::Timers::Ticket m_expiry = waiting::Timers::Ticket::None;
};

} // namespace services::shop::inventory
