// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/policies.h>
#include <model/result/error.h>
#include <services/contract/request.h>

namespace services::resilience {

// Whether sending a request twice has the same effect as sending it once: by its method (RFC 9110, 9.2.2), or
// because it carries an idempotency key.
bool isIdempotent(const contract::Request &request);

// Whether a request that failed like this may be sent again: one that was refused never arrived; one whose
// connection died, or which was answered badly, may have been acted on. Compare Envoy's "connect-failure",
// "reset" and "5xx" of
// https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on.
bool isRepeatable(const contract::Request &request,
                  model::result::Kind failure,
                  const model::operation::RetryPolicy &policy = {});

} // namespace services::resilience
