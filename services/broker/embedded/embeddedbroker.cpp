// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "embeddedbroker.h"

#include "exchange.h"

#include <services/broker/postbox.h>
#include <services/waiting/pending.h>

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace services::broker::embedded {

namespace {

Q_LOGGING_CATEGORY(logBroker, "faultline.broker", QtWarningMsg)

Result<std::unique_ptr<Exchange>> openExchange(const EmbeddedBroker::Options &options,
                                               const std::atomic<bool> &unwanted)
{
    auto store = MessageStore::open(options.file, options.survivesPowerLoss, &unwanted);
    if (!store)
        return failure(store.error());
    auto exchange = std::make_unique<Exchange>(std::move(*store),
                                               Exchange::Settings{options.patience, options.rememberedIds});
    if (const auto loaded = exchange->load(std::chrono::steady_clock::now()); !loaded)
        return failure(loaded.error());
    return exchange;
}

// The broker's thread, until the end or a fall.
void work(Inlet &inlet, Exchange &exchange)
{
    while (auto commands = inlet.take(exchange.nextMoment())) {
        exchange.setDelay(inlet.delay());
        exchange.process(std::move(*commands), std::chrono::steady_clock::now());
        inlet.show(exchange.queues());
        exchange.confirm();
    }
}

// After each fall the broker begins anew with what is in its file.
void liveOn(Inlet &inlet, const EmbeddedBroker::Options &options, const std::atomic<bool> &unwanted)
{
    while (inlet.waitForRise()) {
        const auto exchange = openExchange(options, unwanted);
        if (exchange) {
            inlet.rise();
            work(inlet, **exchange);
        } else {
            qCWarning(logBroker) << "The message broker cannot come up:" << exchange.error().message;
            if (!inlet.waitForAnotherTry())
                return;
        }
    }
}

// Hands a command in that somebody waits for: if it is not taken, they are told why.
template<typename Question>
void ask(Inlet &inlet, Question question)
{
    const auto mailbox = question.mailbox;
    const auto ticket = question.ticket;
    if (const auto refused = inlet.put(std::move(question)))
        mailbox->put(Confirmation{ticket, failure(*refused)});
}

void answerUnavailable(const Command &command, const QString &why)
{
    const auto answer = [&why](const auto &question) {
        const auto error = failure(Kind::Unavailable, why);
        question.mailbox->put(Confirmation{question.ticket, error});
    };
    if (const auto *publish = std::get_if<Publish>(&command))
        answer(*publish);
    else if (const auto *declare = std::get_if<Declare>(&command))
        answer(*declare);
}

} // namespace

EmbeddedBroker::EmbeddedBroker()
    : m_inlet(std::make_shared<Inlet>())
{
}

EmbeddedBroker::~EmbeddedBroker()
{
    stop();
}

QCoro::Task<Result<std::shared_ptr<EmbeddedBroker>>> EmbeddedBroker::open(waiting::WaitScope &scope,
                                                                          Options options)
{
    const std::shared_ptr<EmbeddedBroker> broker(new EmbeddedBroker);
    waiting::Pending<void> opening(scope);
    broker->start(std::move(options), &scope, [completer = opening.completer()](const Result<void> &opened) {
        completer.complete(opened);
    });
    const auto opened = co_await opening;
    if (!opened)
        co_return failure(opened.error());
    broker->m_isOpen = true;
    co_return broker;
}

void EmbeddedBroker::start(Options options, QObject *context, Confirmed opened)
{
    auto &postbox = Postbox::of(context, m_inlet);
    const auto ticket = postbox.expect(std::move(opened));
    m_thread = std::thread([this, ticket, mailbox = postbox.mailbox(), options = std::move(options)] {
        auto exchange = openExchange(options, m_isUnwanted);
        if (!exchange)
            return mailbox->put(Confirmation{ticket, failure(exchange.error())});
        m_inlet->show((*exchange)->queues());
        mailbox->put(Confirmation{ticket, {}});
        work(*m_inlet, **exchange);
        exchange->reset(); // and with it its hold on the file
        liveOn(*m_inlet, options, m_isUnwanted);
    });
}

void EmbeddedBroker::declare(std::vector<TopicBinding> topology, QObject *context, Confirmed done)
{
    auto &postbox = Postbox::of(context, m_inlet);
    ask(*m_inlet, Declare{std::move(topology), postbox.mailbox(), postbox.expect(std::move(done))});
}

void EmbeddedBroker::publish(std::vector<Event> events, QObject *context, Confirmed done)
{
    auto &postbox = Postbox::of(context, m_inlet);
    ask(*m_inlet, Publish{std::move(events), postbox.mailbox(), postbox.expect(std::move(done))});
}

void EmbeddedBroker::send(CapabilityId group, Event event, QObject *context, Confirmed done)
{
    auto &postbox = Postbox::of(context, m_inlet);
    std::vector<Event> events;
    events.push_back(std::move(event));
    ask(*m_inlet,
        Publish{std::move(events), postbox.mailbox(), postbox.expect(std::move(done)), std::move(group)});
}

SubscriptionId EmbeddedBroker::subscribe(Interest interest, QObject *context, Deliver deliver)
{
    auto &postbox = Postbox::of(context, m_inlet);
    return postbox.subscribe(std::move(interest), std::move(deliver));
}

void EmbeddedBroker::pause(SubscriptionId subscription)
{
    m_inlet->pause(subscription);
}

void EmbeddedBroker::unsubscribe(SubscriptionId subscription)
{
    m_inlet->unsubscribe(subscription);
}

void EmbeddedBroker::dismiss(const Owner &owner)
{
    m_inlet->dismiss(owner);
}

void EmbeddedBroker::ack(DeliveryTag tag)
{
    m_inlet->put(Acknowledge{tag});
}

void EmbeddedBroker::nack(DeliveryTag tag, Error why)
{
    m_inlet->put(Refuse{tag, std::move(why)});
}

std::vector<QueueStatus> EmbeddedBroker::queues() const
{
    const auto now = std::chrono::system_clock::now();
    std::vector<QueueStatus> queues;
    for (auto &[status, oldest] : m_inlet->queues()) {
        queues.push_back(std::move(status));
        if (oldest < now)
            queues.back().oldestAge = std::chrono::floor<std::chrono::milliseconds>(now - oldest);
    }
    return queues;
}

void EmbeddedBroker::make(BrokerCondition condition)
{
    m_inlet->setDelay(condition.delay);
    if (!condition.isDown)
        return m_inlet->allowRise();
    for (const Command &command : m_inlet->fall())
        answerUnavailable(command, u"The message broker went down"_s);
}

void EmbeddedBroker::stop()
{
    const std::lock_guard lock(m_stopping);
    m_isUnwanted = !m_isOpen;
    m_inlet->dismissAll();
    for (const Command &command : m_inlet->close())
        answerUnavailable(command, u"The message broker has stopped"_s);
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace services::broker::embedded
