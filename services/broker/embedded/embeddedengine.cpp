// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "embeddedengine.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services::broker::embedded {

namespace {

Q_LOGGING_CATEGORY(logWriting, "faultline.broker", QtWarningMsg)

constexpr auto pauseAfterFailedWrite = 1s;

} // namespace

EmbeddedEngine::EmbeddedEngine(MessageStore store, const Patience &patience, std::size_t rememberedIds)
    : Engine(patience)
    , m_store(std::move(store))
    , m_ids(rememberedIds)
{
}

Result<void> EmbeddedEngine::load(Instant now)
{
    const auto topology = m_store.topology();
    if (!topology)
        return failure(topology.error());
    route(*topology);
    auto depths = m_store.depths();
    if (!depths)
        return failure(depths.error());
    for (auto &depth : *depths) {
        auto &loaded = group(depth.group);
        m_backlogs.at(depth.group).load(std::move(depth.topics));
        loaded.setDead(depth.deadLetters, std::move(depth.latestDead));
        loaded.fill(now);
    }
    return {};
}

Instant EmbeddedEngine::nextMoment() const
{
    const auto next = Engine::nextMoment();
    return hasUnwritten() ? std::min(next, m_writeAgainAt) : next;
}

Result<void> EmbeddedEngine::setTopology(const std::vector<TopicBinding> &topology)
{
    return m_store.setTopology(topology);
}

void EmbeddedEngine::publish(Publish publish)
{
    m_publishes.push_back(std::move(publish));
}

Backlog &EmbeddedEngine::backlogOf(const CapabilityId &group)
{
    return m_backlogs.try_emplace(group, group, m_store).first->second;
}

void EmbeddedEngine::cleared(const CapabilityId &group)
{
    m_backlogs.at(group).clear();
}

void EmbeddedEngine::write(Instant now)
{
    if (!hasSomethingToWrite(now))
        return;
    auto stored = store();
    Result<void> outcome;
    if (!stored)
        outcome = failure(stored.error());
    for (const Publish &publish : std::exchange(m_publishes, {}))
        answer(publish.mailbox, publish.ticket, outcome);
    if (!stored) { // what was acknowledged stays in mind and is written later
        qCWarning(logWriting) << "Nothing can be stored:" << stored.error().message;
        m_writeAgainAt = now + pauseAfterFailedWrite;
        return;
    }
    for (auto &[id, backlog] : m_backlogs)
        backlog.written();
    hand(std::move(*stored), now);
}

Result<std::vector<PeekedMessage>> EmbeddedEngine::peek(const Peek &what)
{
    return m_store.peek(what);
}

Result<void>
EmbeddedEngine::replay(ConsumerGroup &group, const std::vector<std::int64_t> &letters, Instant now)
{
    Stored stored;
    std::int64_t rest = 0;
    std::vector<DeadLetter> latest;
    const auto done = m_store.inOneTransaction([&]() -> Result<void> {
        auto revived = m_store.revive(group.id(), letters);
        if (!revived)
            return failure(revived.error());
        for (auto &waiting : *revived)
            stored.emplace_back(&group, std::move(waiting));
        auto dead = m_store.dead(group.id());
        if (!dead)
            return failure(dead.error());
        rest = dead->deadLetters;
        latest = std::move(dead->latestDead);
        return {};
    });
    if (!done)
        return done;
    if (stored.empty())
        return failure(Kind::NotFound, u"There is no such dead letter any more"_s);
    group.setDead(rest, std::move(latest));
    hand(std::move(stored), now);
    return {};
}

bool EmbeddedEngine::hasUnwritten() const
{
    return std::ranges::any_of(m_backlogs, [](const auto &backlog) { return backlog.second.hasUnwritten(); });
}

bool EmbeddedEngine::hasSomethingToWrite(Instant now) const
{
    return !m_publishes.empty() || (now >= m_writeAgainAt && hasUnwritten());
}

Result<EmbeddedEngine::Stored> EmbeddedEngine::store()
{
    Stored stored;
    QSet<QByteArray> ids;
    const auto written = m_store.inOneTransaction([&]() -> Result<void> {
        Result<void> done;
        for (auto publish = m_publishes.begin(); publish != m_publishes.end() && done; ++publish)
            done = store(*publish, stored, ids);
        for (auto backlog = m_backlogs.begin(); backlog != m_backlogs.end() && done; ++backlog)
            done = backlog->second.write();
        return done;
    });
    if (!written)
        return failure(written.error());
    for (const QByteArray &id : ids)
        m_ids.add(id);
    return stored;
}

Result<void> EmbeddedEngine::store(const Publish &publish, Stored &stored, QSet<QByteArray> &ids)
{
    for (const Event &event : publish.events) {
        if (m_ids.contains(event.id) || ids.contains(event.id))
            continue;
        ids.insert(event.id);
        for (ConsumerGroup *reader : readersOf(event.topic)) {
            if (publish.only && reader->id() != *publish.only)
                continue;
            auto added = m_store.add(reader->id(), event);
            if (!added)
                return failure(added.error());
            stored.emplace_back(reader, std::move(*added));
        }
    }
    return {};
}

void EmbeddedEngine::hand(Stored stored, Instant now)
{
    for (auto &[reader, waiting] : stored) {
        if (m_backlogs.at(reader->id()).add(waiting, reader->known()))
            reader->add(std::move(waiting), now);
    }
}

} // namespace services::broker::embedded
