// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logengine.h"

#include <services/broker/topologytext.h>

#include <algorithm>

namespace services::broker::kafka {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int committedLimit = 3'000; // ms

// Grows with each message of this broker and, as long as nobody turns back the clock, of those after it.
std::int64_t firstNumber()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::floor<std::chrono::milliseconds>(now).count() << 20;
}

} // namespace

LogEngine::LogEngine(Options options, Recollection &recollection, std::unique_ptr<Client> producer)
    : Engine(options.patience)
    , m_options(std::move(options))
    , m_recollection(recollection)
    , m_producer(std::move(producer))
    , m_names(m_options.name)
    , m_sender(*m_producer)
    , m_logs(m_options.server, m_options.name, *m_producer)
    , m_ledger(m_options.rememberedIds,
               [this](const auto &mailbox, Ticket ticket, const auto &outcome) {
                   answer(mailbox, ticket, outcome);
               })
    , m_lastMessage(firstNumber())
    , m_nextCommit(Instant::min())
{
}

LogEngine::~LogEngine() = default;

Result<std::unique_ptr<LogEngine>> LogEngine::open(Options options, Recollection &recollection)
{
    auto producer = Client::producer(options.server, options.name, options.bell);
    if (!producer)
        return failure(producer.error());
    std::unique_ptr<LogEngine> engine(new LogEngine(std::move(options), recollection, std::move(*producer)));
    if (const auto loaded = engine->load(); !loaded)
        return failure(loaded.error());
    return engine;
}

Result<void> LogEngine::load()
{
    if (auto there = m_logs.greet(*m_options.unwanted); !there)
        return there;
    const auto kept = m_logs.last(m_names.topology(), 1);
    if (!kept)
        return failure(kept.error());
    const auto topology
        = kept->empty() ? std::vector<TopicBinding>() : topologyOf(kept->back().event.payload);
    for (const TopicBinding &binding : topology) {
        for (const CapabilityId &reader : binding.groups) {
            if (m_readers.contains(reader))
                continue;
            if (auto attached = attach(reader, topology, false); !attached)
                return attached;
        }
    }
    route(topology);
    return {};
}

Result<void> LogEngine::setTopology(const std::vector<TopicBinding> &wanted)
{
    if (m_loss)
        return failure(*m_loss);
    Result<void> done;
    for (const TopicBinding &binding : wanted) {
        for (const CapabilityId &reader : binding.groups) {
            if (done)
                done = attach(reader, wanted, true);
        }
    }
    if (done)
        done = keep(wanted);
    if (!done)
        lose(done.error());
    return done;
}

// A group that is new to a topic reads what is published from now on.
Result<void> LogEngine::attach(const CapabilityId &id, const std::vector<TopicBinding> &topology, bool isNew)
{
    group(id);
    auto &reader = m_readers.at(id);
    const bool isFirst = reader.client == nullptr;
    std::map<QByteArray, TopicId> added;
    std::map<QByteArray, TopicId> all;
    for (const auto &[topic, groups] : topology) {
        if (std::ranges::find(groups, id) == groups.end())
            continue;
        all.emplace(m_names.topic(topic), topic);
        if (!reader.topics.contains(m_names.topic(topic)))
            added.emplace(m_names.topic(topic), topic);
    }
    if (!isFirst && all.size() == reader.topics.size() && added.empty())
        return {};
    if (all.size() - added.size() < reader.topics.size()) // of what it leaves, it knows nothing any more
        handOver(id, reader);
    if (isFirst) {
        auto client = Client::consumer(m_options.server, m_options.name, m_names.group(id), m_options.bell);
        if (!client)
            return failure(client.error());
        reader.client = std::move(*client);
        if (auto loaded = loadDead(id); !loaded)
            return loaded;
    }
    const auto fresh = partitionsOf(added);
    if (!fresh)
        return failure(fresh.error());
    if (isNew) {
        if (auto skipped = skipToEnd(reader, **fresh); !skipped)
            return skipped;
    }
    reader.topics = all;
    if (m_options.membership == Membership::Group) {
        const auto wanted = emptyList();
        for (const auto &[log, topic] : all)
            rd_kafka_topic_partition_list_add(wanted.get(), log.constData(), RD_KAFKA_PARTITION_UA);
        const auto subscribed = rd_kafka_subscribe(reader.client->handle(), wanted.get());
        if (subscribed != RD_KAFKA_RESP_ERR_NO_ERROR)
            return failure(errorOf(subscribed, u"The group of %1 cannot read"_s.arg(id.value)));
        return {};
    }
    const auto partitions = partitionsOf(all);
    if (!partitions)
        return failure(partitions.error());
    return take(id, **partitions);
}

Result<void> LogEngine::loadDead(const CapabilityId &id)
{
    const auto letters = m_logs.last(m_names.dead(id), std::int64_t{DeadLetter::mostLatest});
    if (!letters)
        return failure(letters.error());
    const auto ends = Logs::ends(*m_producer, m_names.dead(id), 0);
    if (!ends)
        return failure(ends.error());
    std::vector<DeadLetter> latest;
    for (auto letter = letters->rbegin(); letter != letters->rend(); ++letter)
        latest.push_back({letter->event.topic, letter->event.key, letter->deadBecause, letter->publishedAt});
    group(id).setDead(ends->next - ends->first, std::move(latest));
    return {};
}

Result<PartitionList> LogEngine::partitionsOf(const std::map<QByteArray, TopicId> &topics)
{
    auto list = emptyList();
    for (const auto &[log, topic] : topics) {
        const auto count = m_logs.partitions(log);
        if (!count)
            return failure(count.error());
        for (int partition = 0; partition < *count; ++partition)
            rd_kafka_topic_partition_list_add(list.get(), log.constData(), partition);
    }
    return list;
}

Result<void> LogEngine::skipToEnd(Reader &reader, rd_kafka_topic_partition_list_t &partitions)
{
    if (partitions.cnt == 0)
        return {};
    // Asked first, librdkafka finds out at once who keeps the group's offsets; a commit waits a second for
    // it.
    const PartitionList question(rd_kafka_topic_partition_list_copy(&partitions));
    const auto asked = rd_kafka_committed(reader.client->handle(), question.get(), committedLimit);
    if (asked != RD_KAFKA_RESP_ERR_NO_ERROR)
        return failure(errorOf(asked, u"Where a group begins to read cannot be told"_s));
    for (int i = 0; i < partitions.cnt; ++i) {
        auto &entry = partitions.elems[i];
        const auto ends = Logs::ends(*reader.client, entry.topic, entry.partition);
        if (!ends)
            return failure(ends.error());
        entry.offset = ends->next;
    }
    const auto committed = rd_kafka_commit(reader.client->handle(), &partitions, 0);
    if (committed != RD_KAFKA_RESP_ERR_NO_ERROR)
        return failure(errorOf(committed, u"Where a group begins to read cannot be kept"_s));
    return {};
}

// Goes on where each partition was committed, or, for one that it reads already, where it is.
Result<void> LogEngine::take(const CapabilityId &id, rd_kafka_topic_partition_list_t &partitions)
{
    auto &reader = m_readers.at(id);
    const auto positions = reader.backlog.positions();
    if (partitions.cnt > 0) {
        const auto asked = rd_kafka_committed(reader.client->handle(), &partitions, committedLimit);
        if (asked != RD_KAFKA_RESP_ERR_NO_ERROR)
            return failure(errorOf(asked, u"How far the group of %1 is cannot be told"_s.arg(id.value)));
    }
    for (int i = 0; i < partitions.cnt; ++i) {
        auto &entry = partitions.elems[i];
        const LogBacklog::Place place{entry.topic, entry.partition};
        if (const auto *known
            = rd_kafka_topic_partition_list_find(positions.get(), entry.topic, entry.partition)) {
            entry.offset = known->offset;
            continue;
        }
        const auto ends = Logs::ends(*reader.client, entry.topic, entry.partition);
        if (!ends)
            return failure(ends.error());
        entry.offset = std::max(entry.offset, ends->first);
        const QByteArray note(static_cast<const char *>(entry.metadata), qsizetype(entry.metadata_size));
        Progress progress(entry.offset, note);
        const auto depth = ends->next - entry.offset - progress.done();
        reader.backlog.begin(place, reader.topics.at(place.log), std::move(progress), depth);
    }
    const auto assigned = rd_kafka_assign(reader.client->handle(), &partitions);
    if (assigned != RD_KAFKA_RESP_ERR_NO_ERROR)
        return failure(errorOf(assigned, u"The group of %1 cannot read"_s.arg(id.value)));
    m_hasMore = true;
    return {};
}

Result<void> LogEngine::keep(const std::vector<TopicBinding> &topology)
{
    Record record;
    record.event.id = "topology";
    record.event.payload = textOf(topology);
    record.publishedAt = std::chrono::system_clock::now();
    std::optional<Result<void>> kept;
    m_sender.send(m_names.topology(), record, [&kept](const Result<void> &stored) { kept = stored; });
    while (!kept) // within the five seconds of a publisher
        heedAll(50ms);
    return *kept;
}

Backlog &LogEngine::backlogOf(const CapabilityId &group)
{
    const auto known = m_readers.find(group);
    if (known != m_readers.end())
        return known->second.backlog;
    return m_readers.try_emplace(group, m_sender, m_names.dead(group)).first->second.backlog;
}

void LogEngine::cleared(const CapabilityId &group)
{
    auto &reader = m_readers.at(group);
    if (reader.client)
        rd_kafka_assign(reader.client->handle(), nullptr);
    reader.backlog.forget();
    reader.topics.clear();
    reader.client.reset();
}

void LogEngine::publish(Publish publish)
{
    if (m_loss)
        return answer(publish.mailbox, publish.ticket, failure(*m_loss));
    const auto only = publish.only;
    m_ledger.add(std::move(publish), [&](Event event) {
        std::vector<CapabilityId> readers;
        for (const ConsumerGroup *reader : readersOf(event.topic)) {
            if (!only || reader->id() == *only)
                readers.push_back(reader->id());
        }
        const auto topic = event.topic;
        const auto id = event.id;
        Record record{std::move(event), std::chrono::system_clock::now()};
        if (only)
            record.onlyFor = only->value.toUtf8();
        m_sender.send(m_names.topic(topic), record,
                      [this, id, topic, readers = std::move(readers)](const Result<void> &outcome) {
                          for (const CapabilityId &reader : readers) {
                              const auto found = m_readers.find(reader);
                              if (outcome && found != m_readers.end() && found->second.client)
                                  found->second.backlog.expect(topic);
                          }
                          m_ledger.settle(id, outcome);
                      });
    });
}

} // namespace services::broker::kafka
