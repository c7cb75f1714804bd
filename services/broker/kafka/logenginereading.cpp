// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logengine.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>

namespace services::broker::kafka {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int eventsATurn = 1'000; // so that commands do not wait for ever
constexpr std::chrono::milliseconds longestWait = 1s;
constexpr auto commitInterval = 20ms;
constexpr auto lookInterval = 1s;
constexpr auto lookLimit = 100ms; // for one partition

} // namespace

std::optional<std::vector<Command>> LogEngine::next(Inlet &inlet)
{
    wait(nextMoment());
    read();
    for (const auto &[id, reader] : m_readers) {
        if (reader.backlog.trouble())
            lose(*reader.backlog.trouble());
    }
    if (m_loss)
        return std::nullopt;
    auto commands = inlet.take(Instant::min());
    m_hasMore = m_hasMore || inlet.hasCommands(); // the bell has rung for them already
    return commands;
}

Instant LogEngine::nextMoment() const
{
    const auto wants
        = [](const auto &each) { return each.second.hasStopped && !each.second.backlog.isFull(); };
    if (std::ranges::any_of(m_readers, wants))
        return Instant::min();
    const bool hasProgress
        = std::ranges::any_of(m_readers, [](const auto &each) { return each.second.backlog.hasProgress(); });
    const auto next = Engine::nextMoment();
    return hasProgress ? std::min(next, m_nextCommit) : next;
}

void LogEngine::wait(Instant until)
{
    const auto now = std::chrono::steady_clock::now();
    auto limit = std::chrono::milliseconds(0);
    if (!std::exchange(m_hasMore, false) && until > now)
        limit = until - now > longestWait ? longestWait
                                          : std::chrono::ceil<std::chrono::milliseconds>(until - now);
    pollfd bell{m_options.bell, POLLIN, 0};
    std::uint64_t rings = 0;
    if (poll(&bell, 1, static_cast<int>(limit.count())) > 0) [[maybe_unused]]
        const auto taken = ::read(m_options.bell, &rings, sizeof rings);
}

void LogEngine::heedAll(std::chrono::milliseconds limit)
{
    while (const auto event = m_producer->next(limit)) {
        limit = 0ms;
        if (rd_kafka_event_type(event.get()) == RD_KAFKA_EVENT_DR)
            m_sender.handle(event.get());
        else if (rd_kafka_event_type(event.get()) == RD_KAFKA_EVENT_ERROR)
            heed(*event);
    }
}

void LogEngine::read()
{
    heedAll(0ms);
    for (auto &[id, reader] : m_readers) {
        if (reader.client)
            read(id, reader);
    }
}

void LogEngine::read(const CapabilityId &id, Reader &reader)
{
    for (int left = eventsATurn; left > 0; --left) {
        reader.hasStopped = reader.backlog.isFull();
        if (reader.hasStopped)
            return;
        const auto event = reader.client->next();
        if (!event)
            return;
        handle(id, reader, *event);
    }
    m_hasMore = true;
}

void LogEngine::handle(const CapabilityId &id, Reader &reader, rd_kafka_event_t &event)
{
    switch (rd_kafka_event_type(&event)) {
    case RD_KAFKA_EVENT_FETCH:
        return receive(id, reader, event);
    case RD_KAFKA_EVENT_REBALANCE:
        return rebalance(id, reader, event);
    case RD_KAFKA_EVENT_OFFSET_COMMIT:
        if (rd_kafka_event_error(&event) != RD_KAFKA_RESP_ERR_NO_ERROR)
            reader.backlog.reconsider(); // it is committed again, a moment later
        return;
    case RD_KAFKA_EVENT_ERROR:
        return heed(event);
    default:
        return;
    }
}

void LogEngine::receive(const CapabilityId &id, Reader &reader, rd_kafka_event_t &event)
{
    const auto name = id.value.toUtf8();
    while (const auto *message = rd_kafka_event_message_next(&event)) {
        if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR)
            continue;
        const LogBacklog::Place place{rd_kafka_topic_name(message->rkt), message->partition};
        auto waiting = reader.backlog.hold(place, *message, name, ++m_lastMessage);
        if (!waiting)
            continue;
        waiting->redeliveries = m_recollection.take(id, *reader.backlog.idOf(waiting->message)).value_or(0);
        group(id).add(std::move(*waiting), std::chrono::steady_clock::now());
    }
}

void LogEngine::rebalance(const CapabilityId &id, Reader &reader, rd_kafka_event_t &event)
{
    if (rd_kafka_event_error(&event) == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS) {
        if (auto taken = take(id, *rd_kafka_event_topic_partition_list(&event)); !taken)
            lose(taken.error());
        return;
    }
    handOver(id, reader);
    rd_kafka_assign(reader.client->handle(), nullptr);
}

// librdkafka connects again by itself; that nobody is there any more is for all to know.
void LogEngine::heed(rd_kafka_event_t &error)
{
    const auto code = rd_kafka_event_error(&error);
    if (code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN || rd_kafka_event_error_is_fatal(&error) != 0)
        lose(errorOf(code, u"The connection to Kafka is lost"_s));
}

void LogEngine::write(Instant now)
{
    if (now >= m_nextCommit)
        commit(now);
    if (now >= m_nextLook && m_sender.isIdle())
        look(now);
}

// How much there is in truth: others may publish there as well, and messages for one group alone are in the
// log of all. The publisher asks, once for all groups: a reader's question would wait behind its standing one
// for messages, and with it everything here.
void LogEngine::look(Instant now)
{
    m_nextLook = now + lookInterval;
    std::map<LogBacklog::Place, std::int64_t> known;
    for (auto &[id, reader] : m_readers) {
        std::map<LogBacklog::Place, std::int64_t> all;
        for (const auto &place : reader.backlog.places()) {
            auto end = known.find(place);
            if (end == known.end()) {
                const auto ends = Logs::ends(*m_producer, place.log, place.partition, lookLimit);
                if (!ends)
                    return; // another time
                end = known.emplace(place, ends->next).first;
            }
            all.insert(*end);
        }
        reader.backlog.correct(all);
    }
}

void LogEngine::commit(Instant now)
{
    m_nextCommit = now + commitInterval;
    for (auto &[id, reader] : m_readers) {
        if (!reader.client)
            continue;
        if (const auto progress = reader.backlog.progress())
            rd_kafka_commit(reader.client->handle(), progress.get(), 1);
    }
}

void LogEngine::lose(const Error &why)
{
    if (!m_loss)
        m_loss = why;
}

} // namespace services::broker::kafka
