// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/broker/embedded/embeddedbroker.h>
#include <services/broker/publishing.h>

#include <QTemporaryDir>
#include <QTest>

#include <tests/support/waitfor.h>

namespace tests::broker {

using namespace services::broker;
using services::broker::embedded::EmbeddedBroker;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline Event
eventOf(const QByteArray &id, const QByteArray &key = {}, const QString &topic = u"order.placed"_s)
{
    Event event;
    event.id = id;
    event.topic.value = topic;
    event.key = key;
    event.payload = "{}";
    return event;
}

inline std::vector<Event> eventsOf(int count, const QByteArray &key = {}, int first = 0)
{
    std::vector<Event> events;
    for (int i = first; i < first + count; ++i)
        events.push_back(eventOf(QByteArray::number(i), key));
    return events;
}

inline Result<std::shared_ptr<EmbeddedBroker>> openEmbedded(EmbeddedBroker::Options options)
{
    services::waiting::WaitScope scope;
    return support::waitFor(EmbeddedBroker::open(scope, std::move(options)));
}

// A broker on a store that stays when the broker is opened again. `open` is all that differs between brokers.
class BrokerStand
{
public:
    using Open
        = std::function<Result<std::shared_ptr<Broker>>(const QString &folder, const Patience &patience)>;

    BrokerStand(Open open, Patience patience, std::vector<TopicBinding> topology)
        : m_open(std::move(open))
        , m_patience(patience)
    {
        reopen();
        if (!declare(std::move(topology)))
            qFatal("The queues cannot be declared");
    }

    Broker &broker() { return *m_broker; }
    QString folder() const { return m_folder.path(); }
    void reopen()
    {
        m_broker.reset();
        auto opened = m_open(m_folder.path(), m_patience);
        if (!opened)
            qFatal("%s", qUtf8Printable(opened.error().message));
        m_broker = std::move(*opened);
    }

    Result<void> declare(std::vector<TopicBinding> topology)
    {
        return support::waitFor(declareOn(*m_broker, m_scope, std::move(topology)));
    }
    Result<void> publish(std::vector<Event> events)
    {
        return support::waitFor(publishTo(*m_broker, m_scope, std::move(events)));
    }
    QueueStatus queue(const QString &group) const
    {
        for (const QueueStatus &status : m_broker->queues()) {
            if (status.group.value == group)
                return status;
        }
        return {};
    }

private:
    QTemporaryDir m_folder;
    Open m_open;
    Patience m_patience;
    services::waiting::WaitScope m_scope;
    std::shared_ptr<Broker> m_broker;
};

// A consumer of one group in the thread that made it: notes what it gets, and acknowledges at once unless
// told otherwise.
class Consumer
{
public:
    Consumer(Broker &broker, const QString &group, int prefetch = 16, Owner owner = {})
        : m_broker(broker)
        , m_context(std::make_unique<QObject>())
    {
        subscription = broker.subscribe({{group}, {}, prefetch, std::move(owner)}, m_context.get(),
                                        [this](Delivery delivery) {
                                            received.push_back(delivery);
                                            onDelivery(std::move(delivery));
                                        });
    }

    void die() { m_context.reset(); }
    std::vector<QByteArray> ids() const
    {
        std::vector<QByteArray> ids;
        for (const Delivery &delivery : received)
            ids.push_back(delivery.event.id);
        return ids;
    }

    SubscriptionId subscription{};
    std::vector<Delivery> received;
    std::function<void(Delivery)> onDelivery
        = [this](const Delivery &delivery) { m_broker.ack(delivery.tag); };

    static void keep(const Delivery & /*unacknowledged*/) { }

private:
    Broker &m_broker;
    std::unique_ptr<QObject> m_context;
};

inline std::vector<QByteArray> numbers(int count)
{
    std::vector<QByteArray> numbers;
    for (int i = 0; i < count; ++i)
        numbers.push_back(QByteArray::number(i));
    return numbers;
}

} // namespace tests::broker
