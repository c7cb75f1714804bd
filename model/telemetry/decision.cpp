// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decision.h"

namespace model::telemetry {

using namespace Qt::StringLiterals;

QString word(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::BreakerOpened:
        return u"breaker-opened"_s;
    case DecisionKind::BreakerHalfOpened:
        return u"breaker-half-opened"_s;
    case DecisionKind::BreakerClosed:
        return u"breaker-closed"_s;
    case DecisionKind::BulkheadFull:
        return u"bulkhead-full"_s;
    case DecisionKind::BudgetSpent:
        return u"budget-spent"_s;
    case DecisionKind::FallbackUsed:
        return u"fallback-used"_s;
    case DecisionKind::SheddingBegan:
        return u"shedding-began"_s;
    case DecisionKind::SheddingEnded:
        return u"shedding-ended"_s;
    case DecisionKind::InstanceEjected:
        return u"instance-ejected"_s;
    case DecisionKind::InstanceReturned:
        return u"instance-returned"_s;
    case DecisionKind::CallTimedOut:
        return u"call-timed-out"_s;
    case DecisionKind::CallRepeated:
        return u"call-repeated"_s;
    }
    Q_UNREACHABLE();
}

} // namespace model::telemetry
