// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpmessage.h"
#include "router.h"

#include <model/result/result.h>
#include <services/contract/reply.h>
#include <services/contract/request.h>

// How requests and replies stand in HTTP: the one place that knows header names, problem documents (RFC 9457)
// and status codes. Both directions give back what was put in, errors included (kind, message, subject).
namespace services::transport::wire {

using contract::Instant;

// The header names which services use among each other.
inline constexpr QByteArrayView traceparentHeader = "traceparent";
inline constexpr QByteArrayView deadlineHeader = "Faultline-Deadline-Ms"; // remaining milliseconds
inline constexpr QByteArrayView callerHeader = "Faultline-Caller"; // the capability which asks
inline constexpr QByteArrayView calleeHeader = "Faultline-Callee"; // the capability which is asked
inline constexpr QByteArrayView fleetHeader = "Faultline-Fleet"; // the fleet's key: the caller belongs to it
inline constexpr QByteArrayView degradedHeader = "Faultline-Degraded"; // percent-encoded UTF-8 words
inline constexpr QByteArrayView causeHeader = "Faultline-Cause"; // words of the injected faults for which a
                                                                 // customer comes or comes again, with commas
inline constexpr QByteArrayView idempotencyHeader = "Idempotency-Key";

// `now` turns the deadline into the remaining time.
HttpRequest toHttp(const contract::Request &request, Instant now);
// NotFound, InvalidInput (method not offered, malformed escape or header).
Result<contract::Request> fromHttp(HttpRequest request, const Router &router, Instant now);
// The answer to a request that fromHttp refused: as toHttp(failure), but 405 with Allow where that is the
// reason.
HttpResponse rejection(const Error &error, QByteArrayView target, const Router &router);

HttpResponse toHttp(const Result<contract::Reply> &reply);
Result<contract::Reply> fromHttp(HttpResponse response);

// 400-599, and back (for answers which are not problem documents of ours).
int statusOf(Kind kind);
Kind kindOf(int status);

} // namespace services::transport::wire
