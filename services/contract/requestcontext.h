// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clock.h"

#include <model/system/ids.h>
#include <model/telemetry/tracecontext.h>

namespace services::contract {

// What travels with a request from hop to hop, whatever carries it. Handlers pass it on unchanged to the
// calls they make; the decorators of the caller move the trace along.
struct RequestContext
{
    model::telemetry::TraceContext trace;
    Instant deadline = Instant::max(); // nobody waits for the answer after it
    model::system::CapabilityId caller; // who asks; empty: a customer
    QByteArray session; // the signed session token, without "Bearer"; empty: nobody is logged in
    QByteArray idempotencyKey; // empty: none
};

} // namespace services::contract
