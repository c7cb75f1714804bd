// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/telemetry/span.h>

namespace tests::support {

// The spans of a trace from readable text, one a line, indented by two spaces below its parent:
//
//   journey check-out 0-60
//     call storefront POST /api/orders 1-59
//       serve storefront POST /api/orders 2-58 | at storefront-1
//         call catalogue GET /products/{id} 3-9 | local | fact amount=4290 | failed no answer
//         message shipping order.placed 70-80 | remark Tried again: refused | fault slow 500 ms
//
// Times are in milliseconds. A call's caller is the capability that serves around it. All are sampled, but
// for those with `unsampled`. A wrong text ends the program.
std::vector<model::telemetry::Span> spansOf(const QString &text, std::uint8_t trace = 1);

// "12.5" ms after the beginning of time.
model::telemetry::Instant millisecond(double at);

} // namespace tests::support
