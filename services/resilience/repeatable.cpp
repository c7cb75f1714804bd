// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repeatable.h"

#include "verdict.h"

namespace services::resilience {

using model::result::Kind;

bool isIdempotent(const contract::Request &request)
{
    const QStringView method = QStringView(request.endpoint.operation).split(u' ').first();
    return method == u"GET" || method == u"HEAD" || method == u"PUT" || method == u"DELETE"
        || !request.context.idempotencyKey.isEmpty();
}

bool isRepeatable(const contract::Request &request, Kind failure, const model::operation::RetryPolicy &policy)
{
    if (failure == Kind::Refused)
        return true;
    const bool isMeant = failure == Kind::Reset
        || (policy.on == model::operation::RetryOn::CalleeFailures && verdictOn(failure) == Verdict::Failed);
    return isMeant && (!policy.onlyIdempotent || isIdempotent(request));
}

} // namespace services::resilience
