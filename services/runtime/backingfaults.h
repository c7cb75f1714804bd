// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/broker/delivery.h>
#include <services/contract/event.h>
#include <services/faults/exposure.h>
#include <services/storage/database.h>
#include <services/telemetry/recorder.h>

#include <deque>

namespace services::runtime {

using model::result::Result;
using waiting::Instant;

// What an instance's requests and messages meet of the faults of its store and of the broker. A request that
// has used a slow store, or run into a lock that somebody keeps, waits for it where it next calls somebody or
// is answered; no other request waits with it. Belongs to its instance and thread.
class BackingFaults
{
public:
    struct Means
    {
        faults::Exposure &exposure;
        telemetry::Recorder &recorder;
        waiting::WaitScope &scope;
        waiting::Timers &timers;
    };
    explicit BackingFaults(Means means);

    void watch(storage::Database &database) { m_database = &database; }

    // Somebody has used the store, and has not paid. Costs a look at a variable.
    bool isOwed() const { return m_database != nullptr && m_database->owesToll(); }
    // What is owed is nobody's who is known, as before somebody begins to use the store.
    void forget();
    // What was used since, to be paid later: with what was owed until then, it is nobody else's.
    storage::Toll take() { return isOwed() ? m_database->takeToll() : storage::Toll(); }
    // Remarks on the span what its request has met, and waits for as long as that takes. TimedOut when nobody
    // waits any more.
    QCoro::Task<Result<void>> pay(storage::Toll toll, model::telemetry::TraceContext span, Instant deadline);

    // Whether the store can be read now: looks. The error is the store's own.
    Result<void> look();
    // What a message has met on its way.
    void touch(const model::telemetry::TraceContext &span, const broker::Delivery &delivery);
    // An event is to be published, by the request or message whose trace it carries.
    void noteEvent(const contract::Event &event);
    // The request has been handled: an event of its own waits in the outbox, for want of a broker.
    void touchStranded(const model::telemetry::TraceContext &span);

private:
    void touch(const model::telemetry::TraceContext &span,
               faults::FaultReach reach,
               model::operation::FaultKind kind);

    Means m_means;
    storage::Database *m_database = nullptr;
    std::deque<model::telemetry::SpanId> m_stranded; // whose requests are under way, as far as is known
};

} // namespace services::runtime
