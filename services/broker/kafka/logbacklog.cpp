// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logbacklog.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace services::broker::kafka {

namespace {

constexpr std::size_t largestWindow = 100'000; // messages
constexpr qsizetype mostBytes = qsizetype{64} * 1024 * 1024; // beyond which nothing more is read

} // namespace

void LogBacklog::begin(const Place &place, TopicId topic, Progress progress, std::int64_t depth)
{
    m_elsewhere[topic] += depth;
    m_partitions.insert_or_assign(place, Partition{std::move(topic), std::move(progress)});
}

void LogBacklog::forget()
{
    m_partitions.clear();
    m_held.clear();
    m_heldTopics.clear();
    m_elsewhere.clear();
    m_bytes = 0;
}

// As long as it reads nothing of the topic it is counted when it begins to.
void LogBacklog::expect(const TopicId &topic)
{
    if (std::ranges::any_of(m_partitions, [&](const auto &each) { return each.second.topic == topic; }))
        ++m_elsewhere[topic];
}

void LogBacklog::correct(const std::map<Place, std::int64_t> &ends)
{
    m_elsewhere.clear();
    for (const auto &[place, end] : ends) {
        const auto &[topic, progress] = m_partitions.at(place);
        m_elsewhere[topic] += std::max<std::int64_t>(0, end - progress.next() - progress.doneAfterNext());
    }
}

std::vector<LogBacklog::Place> LogBacklog::places() const
{
    std::vector<Place> places;
    for (const auto &[place, partition] : m_partitions)
        places.push_back(place);
    return places;
}

std::optional<Waiting> LogBacklog::hold(const Place &place,
                                        const rd_kafka_message_t &message,
                                        const QByteArray &group,
                                        std::int64_t number)
{
    const auto partition = m_partitions.find(place);
    if (partition == m_partitions.end())
        return std::nullopt;
    auto record = Record::of(message, partition->second.topic);
    if (!partition->second.progress.begin(message.offset))
        return std::nullopt;
    --m_elsewhere[partition->second.topic];
    if (!record.onlyFor.isEmpty() && record.onlyFor != group) {
        ++m_elsewhere[partition->second.topic]; // nobody had expected it
        partition->second.progress.settle(message.offset);
        return std::nullopt;
    }
    ++m_heldTopics[record.event.topic];
    m_bytes += record.event.payload.size();
    const Waiting waiting{number, record.event.key, record.publishedAt, 0, record.event.topic};
    m_held.emplace(number, Held{std::move(record), place, message.offset});
    return waiting;
}

const QByteArray *LogBacklog::idOf(std::int64_t number) const
{
    const auto held = m_held.find(number);
    return held != m_held.end() ? &held->second.record.event.id : nullptr;
}

bool LogBacklog::isFull() const
{
    return m_held.size() >= m_window || m_bytes >= mostBytes;
}

bool LogBacklog::hasProgress() const
{
    return std::ranges::any_of(m_partitions,
                               [](const auto &each) { return each.second.progress.hasChanged(); });
}

PartitionList LogBacklog::positions() const
{
    auto list = emptyList();
    for (const auto &[place, partition] : m_partitions) {
        rd_kafka_topic_partition_list_add(list.get(), place.log.constData(), place.partition)->offset
            = partition.progress.next();
    }
    return list;
}

void LogBacklog::reconsider()
{
    for (auto &[place, partition] : m_partitions)
        partition.progress.change();
}

PartitionList LogBacklog::progress()
{
    auto list = emptyList();
    for (auto &[place, partition] : m_partitions) {
        if (!partition.progress.takeChange())
            continue;
        auto *entry = rd_kafka_topic_partition_list_add(list.get(), place.log.constData(), place.partition);
        entry->offset = partition.progress.committable();
        const auto note = partition.progress.note();
        if (!note.isEmpty()) { // Kafka's list frees it
            entry->metadata = std::malloc(static_cast<std::size_t>(note.size()) + 1);
            std::memcpy(entry->metadata, note.constData(), static_cast<std::size_t>(note.size()) + 1);
            entry->metadata_size = static_cast<std::size_t>(note.size());
        }
    }
    return list->cnt > 0 ? std::move(list) : nullptr;
}

Result<std::vector<Waiting>> LogBacklog::more()
{
    if (m_held.size() >= m_window)
        m_window = std::min(2 * m_window, largestWindow);
    return std::vector<Waiting>(); // it arrives by itself
}

Result<std::optional<Event>> LogBacklog::contents(std::int64_t message)
{
    const auto held = m_held.find(message);
    if (held == m_held.end())
        return std::optional<Event>();
    return std::optional(held->second.record.event);
}

void LogBacklog::settle(const Waiting &message)
{
    if (const auto held = letGo(message.message))
        finish(held->place, held->offset);
}

// It is done with once its dead letter is safe: when the client dies in between, there may be two.
void LogBacklog::bury(const Waiting &message, const QString &why)
{
    auto held = letGo(message.message);
    if (!held)
        return;
    held->record.deadBecause = why;
    m_sender.send(m_deadLog, held->record,
                  [this, place = held->place, offset = held->offset](const auto &stored) {
                      if (stored)
                          finish(place, offset);
                      else
                          m_trouble = stored.error();
                  });
}

Backlog::Topics LogBacklog::depths() const
{
    Topics depths = m_heldTopics;
    for (const auto &[topic, messages] : m_elsewhere) {
        if (messages > 0)
            depths[topic] += messages;
    }
    return depths;
}

std::optional<LogBacklog::Held> LogBacklog::letGo(std::int64_t number)
{
    auto held = m_held.extract(number);
    if (!held)
        return std::nullopt;
    const auto &event = held.mapped().record.event;
    m_bytes -= event.payload.size();
    const auto topic = m_heldTopics.find(event.topic);
    if (--topic->second == 0)
        m_heldTopics.erase(topic);
    return std::move(held.mapped());
}

void LogBacklog::finish(const Place &place, std::int64_t offset)
{
    if (const auto partition = m_partitions.find(place); partition != m_partitions.end())
        partition->second.progress.settle(offset);
}

} // namespace services::broker::kafka
