// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lastcommit.h"
#include "logengine.h"

#include <list>

namespace services::broker::kafka {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto farewellLimit = 1s; // usually milliseconds; longer only while the server does not answer
constexpr auto goodbye = 20ms;

} // namespace

// Commits what was done; the rest comes again, to whoever has it then.
void LogEngine::handOver(const CapabilityId &id, Reader &reader)
{
    if (auto progress = reader.backlog.progress()) {
        LastCommit commit(*reader.client, std::move(progress));
        commit.isDoneBy(std::chrono::steady_clock::now() + farewellLimit);
    }
    remember(id);
    group(id).forget();
    reader.backlog.forget();
}

void LogEngine::finish(bool /*isEnd*/)
{
    const auto end = std::chrono::steady_clock::now() + farewellLimit;
    while (!m_loss && !m_sender.isIdle() && std::chrono::steady_clock::now() < end)
        heedAll(10ms);
    m_recollection.clear();
    for (auto &[id, reader] : m_readers)
        remember(id);
    if (!m_loss)
        leaveAll(end);
    m_sender.abandon({Kind::Unavailable,
                      u"The connection to Kafka ended before it confirmed this: it may have it, or not"_s,
                      {}});
}

// All at once: the last commits and, as a member of a group, the word that its partitions are free.
void LogEngine::leaveAll(Instant end)
{
    std::list<LastCommit> commits;
    for (auto &[id, reader] : m_readers) {
        reader.backlog.reconsider(); // a commit on its way may fail yet
        auto progress = reader.client ? reader.backlog.progress() : nullptr;
        if (progress)
            commits.emplace_back(*reader.client, std::move(progress));
    }
    for (auto &commit : commits)
        commit.isDoneBy(end);
    if (m_options.membership == Membership::Alone)
        return;
    for (auto &[id, reader] : m_readers) {
        if (reader.client)
            rd_kafka_unsubscribe(reader.client->handle());
    }
    for (auto &[id, reader] : m_readers) {
        if (reader.client)
            leave(*reader.client, end);
    }
}

void LogEngine::leave(Client &client, Instant end)
{
    bool hasLeft = false;
    while (!hasLeft && std::chrono::steady_clock::now() < end) {
        const auto event = client.next(10ms);
        hasLeft = event && rd_kafka_event_type(event.get()) == RD_KAFKA_EVENT_REBALANCE;
    }
    rd_kafka_assign(client.handle(), nullptr);
    client.next(goodbye); // in which librdkafka tells the server
}

void LogEngine::remember(const CapabilityId &id)
{
    const auto &backlog = m_readers.at(id).backlog;
    for (const auto &[message, deliveries] : group(id).delivered()) {
        if (const auto *event = backlog.idOf(message))
            m_recollection.remember(id, *event, deliveries);
    }
}

} // namespace services::broker::kafka
