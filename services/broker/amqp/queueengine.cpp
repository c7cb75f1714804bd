// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queueengine.h"

namespace services::broker::amqp {

using namespace Qt::StringLiterals;

namespace {

constexpr auto consumerTag = "faultline";

// Grows with each message of this broker and, as long as nobody turns back the clock, of those after it.
std::int64_t firstMessage()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::floor<std::chrono::milliseconds>(now).count() << 20;
}

} // namespace

QueueEngine::QueueEngine(Options options,
                         Recollection &recollection,
                         std::unique_ptr<Link> publishing,
                         std::unique_ptr<Link> consuming)
    : Engine(options.patience)
    , m_options(std::move(options))
    , m_recollection(recollection)
    , m_publishing(std::move(publishing))
    , m_consuming(std::move(consuming))
    , m_names(m_options.name)
    , m_publisher(*m_publishing)
    , m_layout(*m_consuming, m_names, m_options.isForOneRun)
    , m_ledger(m_options.rememberedIds,
               [this](const std::shared_ptr<Mailbox> &mailbox, Ticket ticket, const Result<void> &outcome) {
                   answer(mailbox, ticket, outcome);
               })
    , m_lastMessage(firstMessage())
    , m_nextLook(Instant::min())
{
}

QueueEngine::~QueueEngine() = default;

Result<std::unique_ptr<QueueEngine>> QueueEngine::open(Options options, Recollection &recollection)
{
    auto consuming = Link::open(options.server, options.name, options.lifeline);
    if (!consuming)
        return failure(consuming.error());
    auto publishing = Link::open(options.server, options.name, options.lifeline);
    if (!publishing)
        return failure(publishing.error());
    std::unique_ptr<QueueEngine> engine(
        new QueueEngine(std::move(options), recollection, std::move(*publishing), std::move(*consuming)));
    if (const auto loaded = engine->load(); !loaded)
        return failure(loaded.error());
    return engine;
}

Result<void> QueueEngine::load()
{
    if (auto opened = m_publisher.open(); !opened)
        return opened;
    const auto kept = m_layout.open();
    if (!kept)
        return failure(kept.error());
    if (auto bound = rebind({}, *kept); !bound)
        return bound;
    route(*kept);
    return {};
}

Result<void> QueueEngine::setTopology(const std::vector<TopicBinding> &wanted)
{
    if (m_loss)
        return failure(*m_loss);
    auto done = rebind(topology(), wanted);
    if (done)
        done = m_layout.keep(wanted);
    if (!done)
        lose(done.error());
    return done;
}

Result<void> QueueEngine::rebind(const std::vector<TopicBinding> &from, const std::vector<TopicBinding> &to)
{
    for (const auto &[topic, readers] : to) {
        for (const CapabilityId &group : readers) {
            Result<void> done;
            if (m_backlogs.find(group) == m_backlogs.end() || m_backlogs.at(group).channel() == 0)
                done = declareGroup(group);
            if (done && !reads(from, group, topic))
                done = m_layout.bind(topic, group);
            if (!done)
                return done;
        }
    }
    for (const auto &[topic, readers] : from) {
        for (const CapabilityId &group : readers) {
            Result<void> done;
            const auto backlog = m_backlogs.find(group);
            if (names(to, group) && !reads(to, group, topic))
                done = m_layout.unbind(topic, group);
            else if (!names(to, group) && backlog != m_backlogs.end() && backlog->second.channel() != 0)
                done = m_layout.removeQueues(group);
            if (!done)
                return done;
        }
    }
    return {};
}

Result<void> QueueEngine::declareGroup(const CapabilityId &id)
{
    auto declared = m_layout.declareQueues(id);
    if (!declared)
        return failure(declared.error());
    if (auto consumed = consume(id, declared->depth); !consumed)
        return consumed;
    group(id).setDead(declared->deadLetters, std::move(declared->latestDead));
    return {};
}

Result<void> QueueEngine::consume(const CapabilityId &id, std::int64_t depth)
{
    const auto channel = ++m_lastChannel;
    if (auto opened = m_consuming->openChannel(channel); !opened)
        return opened;
    const auto state = m_consuming->state();
    amqp_basic_qos(state, channel, 0, QueueBacklog::firstWindow, 1);
    if (auto limited = m_consuming->answered(u"The window of a queue cannot be set"_s); !limited)
        return limited;
    group(id);
    m_backlogs.at(id).attach(channel, depth);
    m_channels.emplace(channel, id);
    const auto queue = m_names.queue(id);
    amqp_basic_consume(state, channel, bytesOf(queue), amqp_cstring_bytes(consumerTag), 0, 0, 1,
                       amqp_empty_table);
    return m_consuming->answered(u"The queue of %1 cannot be consumed"_s.arg(id.value));
}

Backlog &QueueEngine::backlogOf(const CapabilityId &group)
{
    return m_backlogs
        .try_emplace(group,
                     QueueBacklog::Ways{m_consuming.get(), &m_publisher, m_names.deadExchange(),
                                        m_names.deadKey(group)})
        .first->second;
}

void QueueEngine::cleared(const CapabilityId &group)
{
    auto &backlog = m_backlogs.at(group);
    m_channels.erase(backlog.channel());
    backlog.detach();
}

void QueueEngine::publish(Publish publish)
{
    if (m_loss || m_publisher.isBlocked()) {
        return answer(publish.mailbox, publish.ticket,
                      m_loss
                          ? failure(*m_loss)
                          : failure(Kind::Overloaded,
                                    u"RabbitMQ takes no messages for now: it is short of memory or disk"_s));
    }
    const auto only = publish.only;
    m_ledger.add(std::move(publish), [&](Event event) { send(std::move(event), only); });
}

void QueueEngine::send(Event event, const std::optional<CapabilityId> &only)
{
    std::vector<CapabilityId> readers;
    for (const ConsumerGroup *reader : readersOf(event.topic)) {
        if (!only || reader->id() == *only)
            readers.push_back(reader->id());
    }
    const auto id = event.id;
    const auto topic = event.topic;
    const auto exchange = only ? QByteArray() : m_names.exchange();
    const auto key = only ? m_names.queue(*only) : m_names.routingKey(topic);
    const bool mustArrive = !readers.empty();
    const Message message{std::move(event), std::chrono::system_clock::now(), {}};
    auto done = [this, id, topic, readers = std::move(readers)](const Result<void> &outcome) {
        expect(topic, readers, outcome);
        m_ledger.settle(id, outcome);
    };
    ++m_published;
    if (const auto sent = m_publisher.send(exchange, key, mustArrive, message, std::move(done)); !sent)
        lose(sent.error()); // all that is not confirmed is answered in the end
}

void QueueEngine::expect(const TopicId &topic,
                         const std::vector<CapabilityId> &readers,
                         const Result<void> &outcome)
{
    if (!outcome)
        return lose(outcome.error()); // what is wrong there may be put right by connecting anew
    for (const CapabilityId &reader : readers) {
        const auto backlog = m_backlogs.find(reader);
        if (backlog != m_backlogs.end() && backlog->second.channel() != 0)
            backlog->second.expect(topic);
    }
}

} // namespace services::broker::amqp
