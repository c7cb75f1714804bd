// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "instant.h"
#include "linkid.h"

#include <QString>

namespace model::telemetry {

enum class DecisionKind
{
    BreakerOpened,
    BreakerHalfOpened,
    BreakerClosed,
    BulkheadFull, // a call was refused since too many were under way
    BudgetSpent, // a call was not repeated since too many had been
    FallbackUsed,
    SheddingBegan,
    SheddingEnded,
    InstanceEjected,
    InstanceReturned, // of one that was ejected: it gets calls again
    CallTimedOut, // a call was given up, since nobody waits longer
    CallRepeated, // a call that had failed was sent again
};

// "breaker-opened", ...: used in reports and files.
QString word(DecisionKind kind);

// Something that a policy decided on an instance and that is worth a mark on the time line. A value.
struct Decision
{
    Instant at;
    DecisionKind kind = DecisionKind::BreakerOpened;
    LinkId link; // the call it is about; empty: it is about an instance or a unit
    QString words; // "breaker from orders to payments POST /charges opened: 12 of 20 failed"
    QString brief; // the same for who knows the call: "breaker opened: 12 of 20 failed"
    int times = 1; // with those of its kind that were held back before it: not each is told
};

} // namespace model::telemetry
