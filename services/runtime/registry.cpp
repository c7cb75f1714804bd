// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "registry.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace services::runtime {

using namespace Qt::StringLiterals;
using model::system::CapabilityId;
using model::system::InstanceId;

struct Registry::Entry
{
    std::shared_ptr<Target> target;
    std::vector<CapabilityId> capabilities;
    bool healthy = false;
    bool wasHealthy = false; // at some time
    bool removed = false;
    int misses = 0;
};

Registry::Registry(Options options,
                   transport::HttpClient &client,
                   waiting::WaitScope &scope,
                   waiting::Timers &timers)
    : m_options(options)
    , m_client(client)
    , m_scope(scope)
    , m_timers(timers)
{
}

Registry::~Registry() = default;

void Registry::add(std::shared_ptr<Target> target, std::vector<CapabilityId> capabilities)
{
    remove(target->instance);
    const InstanceId instance = target->instance;
    const auto entry = std::make_shared<Entry>(Entry{std::move(target), std::move(capabilities)});
    m_entries.insert_or_assign(instance, entry);
    m_scope.spawn(watch(entry));
}

std::shared_ptr<Target> Registry::remove(const InstanceId &instance)
{
    const auto found = m_entries.find(instance);
    if (found == m_entries.end())
        return {};
    const auto entry = found->second;
    m_entries.erase(found);
    entry->removed = true;
    entry->target->open = false;
    m_client.forget(entry->target->address);
    if (entry->wasHealthy)
        publish();
    return entry->target;
}

QCoro::Task<> Registry::watch(std::shared_ptr<Entry> entry)
{
    while (!entry->removed) {
        const auto asked = m_timers.now();
        const auto outcome = co_await check(entry->target);
        if (entry->removed || m_scope.isCancelled())
            co_return;
        // When this thread itself came late, the answer may lie unread: that is no miss of theirs.
        const bool weWereLate = m_timers.now() > asked + m_options.timeout + m_options.interval / 2;
        if (outcome || !weWereLate)
            note(*entry, outcome);
        const bool isWell = entry->healthy && entry->misses == 0;
        const auto pause = isWell ? m_options.interval : m_options.interval / 4;
        const auto slept = co_await waiting::sleepFor(m_scope, m_timers, pause);
        if (!slept)
            co_return;
    }
}

QCoro::Task<Result<void>> Registry::check(std::shared_ptr<const Target> target)
{
    transport::HttpRequest request;
    request.target = "/health";
    const auto deadline = m_timers.now() + m_options.timeout;
    const auto response = co_await m_client.send(target->address, std::move(request), deadline);
    if (!response)
        co_return failure(response.error());
    const auto state = QJsonDocument::fromJson(response->body).object();
    // Another server may have got the port of one that has gone.
    if (response->status != 200 || state[u"instance"].toString() != target->instance.value)
        co_return failure(Kind::Unavailable, u"Something else answers at its port"_s);
    co_return Result<void>();
}

void Registry::note(Entry &entry, const Result<void> &outcome)
{
    const InstanceId instance = entry.target->instance;
    if (outcome) {
        entry.misses = 0;
        if (std::exchange(entry.healthy, true))
            return;
        entry.wasHealthy = true;
        publish();
        Q_EMIT answered(instance);
        return;
    }
    ++entry.misses;
    if (entry.misses >= m_options.missesUntilUnresponsive && std::exchange(entry.healthy, false)) {
        publish();
        Q_EMIT missed(instance, outcome.error());
    } else if (!entry.wasHealthy && entry.misses == m_options.missesUntilHopeless) {
        Q_EMIT missed(instance, outcome.error());
    }
}

void Registry::publish()
{
    auto table = std::make_shared<RoutingTable>();
    table->version = m_board->version() + 1;
    QHash<CapabilityId, std::vector<std::shared_ptr<Target>>> unresponsive;
    for (const auto &[instance, entry] : m_entries) {
        for (const auto &capability : entry->capabilities) {
            if (entry->healthy)
                table->targets[capability].push_back(entry->target);
            else if (entry->wasHealthy)
                unresponsive[capability].push_back(entry->target);
        }
    }
    for (auto it = unresponsive.cbegin(); it != unresponsive.cend(); ++it) {
        if (!table->targets.contains(it.key()))
            table->targets.insert(it.key(), it.value());
    }
    m_board->publish(std::move(table));
}

} // namespace services::runtime
