// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "message.h"

#include <services/shop/events/orderplaced.h>
#include <services/shop/events/shipmentcreated.h>

namespace services::shop::notifications {

// The mails' words; whoever sends them adds the id and the moment.
Message confirmation(const events::OrderPlaced &placed);
Message shippingNotice(const events::ShipmentCreated &created);

} // namespace services::shop::notifications
