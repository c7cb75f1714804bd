// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/telemetry/span.h>

#include <QMetaType>

#include <optional>
#include <vector>

namespace services::load {

using model::telemetry::Instant;

enum class Outcome
{
    Ok,
    Degraded, // it succeeded, late or with a fallback's answer
    Failed, // what the customer wanted did not happen
};

// What became of one shopper's attempt at a journey. A value; crosses threads in batches.
struct JourneyResult
{
    quint64 attempt = 0; // counted from 1 by each generator
    model::system::JourneyId journey;
    Instant intendedStart; // when the shopper arrived, however busy we were
    std::chrono::nanoseconds duration{0}; // since the intended start, so that waiting to be started counts
    Outcome outcome = Outcome::Ok;
    bool late = false; // what it waited for came after its declared time, or has not come yet
    // The attempt is still under way but already late: this stands for it until its final result comes.
    bool pending = false;
    bool started = true; // false: dropped, since too many attempts were under way; counts as failed
    int repeats = 0; // how many times the customer sent a step again that had failed
    std::optional<model::result::Kind> failure;
    QString message; // why it failed or which fallback stood in; with the step's operation
    model::telemetry::TraceId trace{};

    Instant end() const { return intendedStart + duration; }
    bool succeeded() const { return outcome != Outcome::Failed; }
};

// What a generator has to say since its last batch.
struct LoadBatch
{
    std::vector<JourneyResult> results;
    int underWay = 0; // attempts which have not ended
    // Arrivals who could not even try, since no shopper was in the state the journey needs (for example:
    // nobody has anything in the cart any more). They are not attempts.
    int withoutShopper = 0;
    int arrivals = 0; // of customers, those without a shopper included
    int lateArrivals = 0; // of them: begun long after they were to come, since this machine was too busy
    bool isQuiet = false; // none is under way, and nobody is to arrive
    std::vector<model::telemetry::Span>
        spans{}; // of customers: of traced attempts, and of all that went wrong
    QStringList orders{}; // which customers were told they have: the journeys that capture one have succeeded
};

} // namespace services::load

Q_DECLARE_METATYPE(services::load::LoadBatch)
