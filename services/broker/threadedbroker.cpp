// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "threadedbroker.h"

#include "postbox.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace services::broker {

namespace {

Q_LOGGING_CATEGORY(logBroker, "faultline.broker", QtWarningMsg)

constexpr std::chrono::milliseconds firstPause = 50ms; // after a failure to come up; doubles
constexpr std::chrono::milliseconds lastPause = 2s; // up to this
constexpr auto farewell = 400ms; // how long letting go in good order may take

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
    std::visit(
        [&why]<typename Known>(const Known &known) {
            if constexpr (Question<Known>) {
                const auto error = failure(Kind::Unavailable, why);
                known.mailbox->put(Confirmation{known.ticket, error});
            }
        },
        command);
}

} // namespace

ThreadedBroker::ThreadedBroker()
    : m_inlet(std::make_shared<Inlet>())
{
}

void ThreadedBroker::start(QObject *context, Confirmed opened)
{
    auto &postbox = Postbox::of(context, m_inlet);
    const auto ticket = postbox.expect(std::move(opened));
    m_thread = std::thread([this, ticket, mailbox = postbox.mailbox()] {
        run(ticket, mailbox);
        const std::lock_guard lock(m_endMutex);
        m_hasEnded = true;
        m_ended.notify_all();
    });
}

void ThreadedBroker::run(Ticket ticket, const std::shared_ptr<Mailbox> &mailbox)
{
    {
        auto engine = openEngine();
        if (!engine)
            return mailbox->put(Confirmation{ticket, failure(engine.error())});
        m_inlet->show((*engine)->queues());
        mailbox->put(Confirmation{ticket, {}});
        work(**engine);
    } // and with the engine goes its hold on what it worked on
    liveOn();
}

// Until the end, a fall, or the loss of what it works with.
void ThreadedBroker::work(Engine &engine)
{
    while (auto commands = engine.next(*m_inlet)) {
        engine.setDelay(m_inlet->delay());
        engine.process(std::move(*commands), std::chrono::steady_clock::now());
        m_inlet->show(engine.queues());
        engine.confirm();
    }
    engine.finish(m_inlet->isClosed());
    for (const Command &command : m_inlet->lose())
        answerUnavailable(command,
                          u"The message broker is lost: what is to be sent waits until it is back"_s);
    engine.confirm();
}

// After each fall the broker begins anew with what is stored.
void ThreadedBroker::liveOn()
{
    auto pause = firstPause;
    while (m_inlet->waitForRise()) {
        const auto engine = openEngine();
        if (engine) {
            pause = firstPause;
            m_inlet->rise();
            work(**engine);
            continue;
        }
        if (pause == firstPause) // once is enough
            qCWarning(logBroker) << "The message broker cannot come up:" << engine.error().message;
        if (!m_inlet->waitForAnotherTry(std::exchange(pause, std::min(2 * pause, lastPause))))
            return;
    }
}

void ThreadedBroker::declare(std::vector<TopicBinding> topology, QObject *context, Confirmed done)
{
    auto &postbox = Postbox::of(context, m_inlet);
    ask(*m_inlet, Declare{std::move(topology), postbox.mailbox(), postbox.expect(std::move(done))});
}

void ThreadedBroker::publish(std::vector<Event> events, QObject *context, Confirmed done)
{
    auto &postbox = Postbox::of(context, m_inlet);
    ask(*m_inlet, Publish{std::move(events), postbox.mailbox(), postbox.expect(std::move(done))});
}

void ThreadedBroker::send(CapabilityId group, Event event, QObject *context, Confirmed done)
{
    auto &postbox = Postbox::of(context, m_inlet);
    std::vector<Event> events;
    events.push_back(std::move(event));
    ask(*m_inlet,
        Publish{std::move(events), postbox.mailbox(), postbox.expect(std::move(done)), std::move(group)});
}

SubscriptionId ThreadedBroker::subscribe(Interest interest, QObject *context, Deliver deliver)
{
    auto &postbox = Postbox::of(context, m_inlet);
    return postbox.subscribe(std::move(interest), std::move(deliver));
}

void ThreadedBroker::pause(SubscriptionId subscription)
{
    m_inlet->pause(subscription);
}

void ThreadedBroker::unsubscribe(SubscriptionId subscription)
{
    m_inlet->unsubscribe(subscription);
}

void ThreadedBroker::dismiss(const Owner &owner)
{
    m_inlet->dismiss(owner);
}

void ThreadedBroker::ack(DeliveryTag tag)
{
    m_inlet->put(Acknowledge{tag});
}

void ThreadedBroker::nack(DeliveryTag tag, Error why)
{
    m_inlet->put(Refuse{tag, std::move(why)});
}

std::vector<QueueStatus> ThreadedBroker::queues() const
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

void ThreadedBroker::peek(Peek what, QObject *context, Seen seen)
{
    auto &postbox = Postbox::of(context, m_inlet);
    const auto messages = std::make_shared<std::vector<PeekedMessage>>();
    auto answer = [messages, seen = std::move(seen)](const Result<void> &looked) {
        if (looked)
            seen(std::move(*messages));
        else
            seen(failure(looked.error()));
    };
    ask(*m_inlet, Look{std::move(what), messages, postbox.mailbox(), postbox.expect(std::move(answer))});
}

void ThreadedBroker::replay(CapabilityId group,
                            std::vector<std::int64_t> letters,
                            QObject *context,
                            Confirmed done)
{
    auto &postbox = Postbox::of(context, m_inlet);
    ask(*m_inlet,
        Replay{std::move(group), std::move(letters), postbox.mailbox(), postbox.expect(std::move(done))});
}

void ThreadedBroker::redeliver(CapabilityId group, std::int64_t message, QObject *context, Confirmed done)
{
    auto &postbox = Postbox::of(context, m_inlet);
    ask(*m_inlet, Redeliver{std::move(group), message, postbox.mailbox(), postbox.expect(std::move(done))});
}

void ThreadedBroker::make(BrokerCondition condition)
{
    m_inlet->setDelay(condition.delay);
    if (!condition.isDown)
        return m_inlet->allowRise();
    for (const Command &command : m_inlet->fall())
        answerUnavailable(command, u"The message broker went down"_s);
    cut();
}

void ThreadedBroker::stop()
{
    const std::lock_guard lock(m_stopping);
    abandonOpening();
    m_inlet->dismissAll();
    for (const Command &command : m_inlet->close())
        answerUnavailable(command, u"The message broker has stopped"_s);
    if (!m_thread.joinable())
        return;
    {
        std::unique_lock waiting(m_endMutex);
        if (!m_ended.wait_for(waiting, farewell, [this] { return m_hasEnded; }))
            cut();
    }
    m_thread.join();
}

} // namespace services::broker
