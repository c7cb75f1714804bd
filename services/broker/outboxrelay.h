// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "broker.h"

#include <services/storage/outbox.h>
#include <services/waiting/pending.h>

#include <QHash>

namespace services::broker {

// Publishes what the outbox holds, in its order and in batches, and removes it once the broker has confirmed.
// What was confirmed but not removed before a crash is published again. Several relays may serve one outbox
// (one per instance of the unit): each also looks now and then for what the others left behind. While the
// broker fails, the outbox keeps everything and the relay tries again, less and less often. One per instance,
// in its thread; ends when the scope is cancelled, and must outlive that.
class OutboxRelay
{
public:
    OutboxRelay(storage::Outbox &outbox, Broker &broker, waiting::WaitScope &scope, waiting::Timers &timers);
    ~OutboxRelay();
    OutboxRelay(const OutboxRelay &) = delete;
    OutboxRelay &operator=(const OutboxRelay &) = delete;

    // Told what the broker has confirmed: how many messages of which topic.
    using Published = std::function<void(const model::system::TopicId &topic, int messages)>;
    void onPublished(Published told);
    void start();

private:
    QCoro::Task<> run();
    QCoro::Task<Result<void>> relayAll();
    QCoro::Task<Result<void>> restUntilAppend();
    void tell(const QHash<model::system::TopicId, int> &topics) const;
    std::chrono::milliseconds delayAfterFailure();
    void wakeSoon();

    storage::Outbox &m_outbox;
    Broker &m_broker;
    waiting::WaitScope &m_scope;
    waiting::Timers &m_timers;
    Published m_published;
    waiting::Completer<void> m_wake; // ends the rest it takes now
    waiting::Timers::Ticket m_waking = waiting::Timers::Ticket::None;
    int m_failures = 0; // in a row
};

} // namespace services::broker
