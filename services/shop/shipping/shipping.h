// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shipmentrepository.h"

#include <services/assembly/componentfactory.h>
#include <services/shop/events/orderplaced.h>

namespace services::shop::shipping {

using contract::Reply;
using contract::Request;

// Sends one parcel for each placed order, however often it is told of the order, and tells of it by
// shipment.created. Made, used and destroyed in the thread of its instance. While it is dead parcels are
// late, none is lost.
class Shipping final : public contract::Component
{
public:
    explicit Shipping(assembly::ComponentContext context);

private:
    // The session's own; nobody learns whether an order of somebody else exists.
    QCoro::Task<Result<Reply>> list(Request request);
    QCoro::Task<Result<void>> orderPlaced(contract::Event event, contract::RequestContext context);

    Result<void> ship(const contract::Event &cause, const events::OrderPlaced &placed);

    assembly::ComponentContext m_context;
    ShipmentRepository m_shipments;
};

} // namespace services::shop::shipping
