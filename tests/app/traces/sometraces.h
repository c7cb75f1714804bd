// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/traces/tracefilter.h>

#include <tests/support/shop.h>
#include <tests/support/tracetext.h>

namespace tests::traces {

// A check-out in eleven units, from the customer to the last message.
inline const QString checkOut
    = QStringLiteral("journey check-out 0-62\n"
                     "  call storefront POST /api/orders 1-61\n"
                     "    serve storefront POST /api/orders 2-60 | at storefront-1\n"
                     "      call orders POST /orders 4-58\n"
                     "        serve orders POST /orders 5-57 | at orders-1\n"
                     "          call cart GET /cart 6-14\n"
                     "            serve cart GET /cart 7-13 | at cart-1\n"
                     "          call inventory POST /reservations 15-22 | remark Tried again: refused\n"
                     "            serve inventory POST /reservations 16-21 | at inventory-1\n"
                     "          call payments POST /charges 23-46 | fact amount=4290\n"
                     "            serve payments POST /charges 24-45 | at payments-1\n"
                     "          message shipping order.placed 80-86\n");

// The same in one box.
inline const QString checkOutInOneBox
    = QStringLiteral("journey check-out 0-50\n"
                     "  call storefront POST /api/orders 1-49\n"
                     "    serve storefront POST /api/orders 2-48 | at shop-1\n"
                     "      call orders POST /orders 4-46 | local\n"
                     "        serve orders POST /orders 4-46 | at shop-1\n"
                     "          call payments POST /charges 20-40 | local | fact amount=4290\n"
                     "            serve payments POST /charges 20-40 | at shop-1\n");

// And what is heard of it there.
inline const QString heardInOneBox = checkOutInOneBox
    + QStringLiteral("          message shipping order.placed 60-66\n"
                     "            message notifications shipment.created 70-74\n");

// Payments does not answer.
inline const QString failedCheckOut = QStringLiteral(
    "journey check-out 0-520 | failed POST /api/orders: payments did not answer\n"
    "  call storefront POST /api/orders 1-519 | failed payments did not answer\n"
    "    serve storefront POST /api/orders 2-518 | at storefront-1 | failed payments did not answer\n"
    "      call orders POST /orders 4-516 | failed payments did not answer\n"
    "        serve orders POST /orders 5-515 | at orders-1 | failed payments did not answer\n"
    "          call payments POST /charges 10-510 | fact amount=4290 | failed no answer within 500 ms"
    " | fault hang Payments hangs\n");

inline std::shared_ptr<const services::platform::FleetGlance>
glance(const QString &fleet, const QString &text, std::uint8_t trace = 1)
{
    return std::make_shared<const services::platform::FleetGlance>(services::platform::FleetGlance{
        {fleet}, *model::telemetry::glanceOf(tests::support::spansOf(text, trace))});
}

} // namespace tests::traces
