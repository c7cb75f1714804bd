// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outboxrelay.h"

#include "publishing.h"

#include <services/storage/paytoll.h>

#include <QLoggingCategory>

using namespace std::chrono_literals;

namespace services::broker {

namespace {

Q_LOGGING_CATEGORY(logRelay, "faultline.relay", QtWarningMsg)

constexpr int batchSize = 200;
constexpr auto lookAround = 1s; // for what other instances left behind
constexpr std::chrono::milliseconds firstRetry = 50ms;
constexpr std::chrono::milliseconds lastRetry = 1s;

std::vector<QByteArray> idsOf(const std::vector<Event> &events)
{
    std::vector<QByteArray> ids;
    ids.reserve(events.size());
    for (const Event &event : events)
        ids.push_back(event.id);
    return ids;
}

QHash<model::system::TopicId, int> topicsOf(const std::vector<Event> &events)
{
    QHash<model::system::TopicId, int> topics;
    for (const Event &event : events)
        ++topics[event.topic];
    return topics;
}

} // namespace

OutboxRelay::OutboxRelay(storage::Outbox &outbox,
                         Broker &broker,
                         waiting::WaitScope &scope,
                         waiting::Timers &timers)
    : m_outbox(outbox)
    , m_broker(broker)
    , m_scope(scope)
    , m_timers(timers)
{
}

OutboxRelay::~OutboxRelay()
{
    m_outbox.onAppend({});
    m_timers.cancel(m_waking);
}

void OutboxRelay::onPublished(Published told)
{
    m_published = std::move(told);
}

void OutboxRelay::start()
{
    m_outbox.onAppend([this] { wakeSoon(); });
    m_scope.spawn(run());
}

QCoro::Task<> OutboxRelay::run()
{
    while (!m_scope.isCancelled()) {
        const auto relayed = co_await relayAll();
        if (relayed) {
            m_failures = 0;
            co_await restUntilAppend();
        } else if (relayed.error().kind != Kind::Cancelled) {
            if (m_failures == 0) // once is enough
                qCWarning(logRelay) << "Events stay in the outbox for now:" << relayed.error().message;
            const auto delay = delayAfterFailure();
            co_await waiting::sleepFor(m_scope, m_timers, delay);
        } else {
            co_return;
        }
    }
}

QCoro::Task<Result<void>> OutboxRelay::relayAll()
{
    while (true) {
        auto events = m_outbox.oldest(batchSize);
        const auto paid
            = co_await storage::payToll(m_outbox.takeToll(), m_scope, m_timers, waiting::Instant::max());
        if (!events || !paid)
            co_return failure(events ? paid.error() : events.error());
        if (events->empty())
            co_return Result<void>();
        const auto ids = idsOf(*events);
        const auto topics = topicsOf(*events);
        const auto published = co_await publishTo(m_broker, m_scope, std::move(*events));
        if (!published)
            co_return published;
        const auto removed = m_outbox.remove(ids);
        co_await storage::payToll(m_outbox.takeToll(), m_scope, m_timers, waiting::Instant::max());
        if (!removed)
            co_return removed; // published again later, and recognised by the broker
        tell(topics);
    }
}

void OutboxRelay::tell(const QHash<model::system::TopicId, int> &topics) const
{
    for (auto topic = topics.begin(); m_published && topic != topics.end(); ++topic)
        m_published(topic.key(), topic.value());
}

QCoro::Task<Result<void>> OutboxRelay::restUntilAppend()
{
    waiting::Pending<void> rest(m_scope, m_timers, m_timers.now() + lookAround);
    m_wake = rest.completer();
    const auto rested = co_await rest;
    co_return rested;
}

std::chrono::milliseconds OutboxRelay::delayAfterFailure()
{
    const auto delay = std::min(firstRetry * (1 << std::min(m_failures, 10)), lastRetry);
    ++m_failures;
    return delay;
}

// The append may be part of a transaction that is not committed yet, so look from the event loop. One look is
// enough for all appends until then; while the relay publishes it looks again anyway.
void OutboxRelay::wakeSoon()
{
    if (m_waking != waiting::Timers::Ticket::None)
        return;
    m_waking = m_timers.after(0ns, [this] {
        m_waking = waiting::Timers::Ticket::None;
        m_wake.complete({});
    });
}

} // namespace services::broker
