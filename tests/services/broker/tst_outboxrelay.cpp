// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "brokerstand.h"

#include <services/broker/outboxrelay.h>

#include <tests/support/faketimers.h>
#include <tests/support/temporarydatabase.h>

#include <deque>

using namespace tests::broker;
using services::storage::Inbox;
using services::storage::Outbox;
using services::waiting::WaitScope;
using tests::support::FakeClock;
using tests::support::FakeTimers;
using tests::support::TemporaryDatabase;

namespace {

// A broker whose answers the test gives, one by one.
class ScriptedBroker final : public Broker
{
public:
    struct Question
    {
        std::vector<Event> events;
        Confirmed done;
    };
    std::deque<Question> questions;
    int asked = 0;

    std::vector<QByteArray> askedIds() const
    {
        std::vector<QByteArray> ids;
        for (const Event &event : questions.front().events)
            ids.push_back(event.id);
        return ids;
    }
    void answer(Result<void> result)
    {
        const auto question = std::move(questions.front());
        questions.pop_front();
        question.done(std::move(result));
    }

    void declare(std::vector<TopicBinding>, QObject *, Confirmed) override { }
    void publish(std::vector<Event> events, QObject *, Confirmed done) override
    {
        ++asked;
        questions.push_back({std::move(events), std::move(done)});
    }
    void send(CapabilityId, Event, QObject *, Confirmed) override { }
    void make(BrokerCondition) override { }
    SubscriptionId subscribe(Interest, QObject *, Deliver) override { return SubscriptionId::None; }
    void pause(SubscriptionId) override { }
    void unsubscribe(SubscriptionId) override { }
    void dismiss(const Owner &) override { }
    void ack(DeliveryTag) override { }
    void nack(DeliveryTag, Error) override { }
    std::vector<QueueStatus> queues() const override { return {}; }
    void stop() override { }
};

} // namespace

class TestOutboxRelay : public QObject
{
    Q_OBJECT
private:
    // One instance with its relay; declared in the order in which a runtime has to keep them.
    struct Instance
    {
        explicit Instance(TemporaryDatabase &store, Broker &broker)
            : outbox(store.database())
            , relay(outbox, broker, scope, timers)
        {
            relay.start();
        }
        ~Instance() { scope.cancel(); }

        FakeClock clock;
        FakeTimers timers{clock};
        Outbox outbox;
        WaitScope scope;
        OutboxRelay relay;
    };

private Q_SLOTS:
    void publishesInOrderAndRemovesWhatIsConfirmed()
    {
        TemporaryDatabase store;
        ScriptedBroker broker;
        Instance instance(store, broker);
        QCOMPARE(broker.asked, 0);
        for (const char *id : {"b", "c", "a"})
            QVERIFY(instance.outbox.append(eventOf(id)));
        QCOMPARE(broker.asked, 0); // the transaction may not have ended
        instance.timers.advance(0ms);
        QCOMPARE(broker.askedIds(), (std::vector<QByteArray>{"b", "c", "a"}));
        QCOMPARE(instance.outbox.depth().value_or(-1), 3);
        broker.answer({});
        QCOMPARE(instance.outbox.depth().value_or(-1), 0);
    }

    void tellsWhatIsConfirmed()
    {
        TemporaryDatabase store;
        ScriptedBroker broker;
        Instance instance(store, broker);
        QHash<model::system::TopicId, int> told;
        instance.relay.onPublished([&](const auto &topic, int messages) { told[topic] += messages; });
        for (const char *id : {"1", "2"})
            QVERIFY(instance.outbox.append(eventOf(id)));
        instance.timers.advance(0ms);
        QVERIFY(told.isEmpty()); // nobody has confirmed it yet
        broker.answer({});
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.value(eventOf("1").topic), 2);
    }

    void noticesWhatIsAppendedWhileItPublishes()
    {
        TemporaryDatabase store;
        ScriptedBroker broker;
        Instance instance(store, broker);
        QVERIFY(instance.outbox.append(eventOf("1")));
        instance.timers.advance(0ms);
        QVERIFY(instance.outbox.append(eventOf("2")));
        instance.timers.advance(0ms);
        QCOMPARE(broker.asked, 1);
        broker.answer({});
        QCOMPARE(broker.askedIds(), std::vector<QByteArray>{"2"});
        broker.answer({});
        QCOMPARE(instance.outbox.depth().value_or(-1), 0);
    }

    void publishesWhatAnEarlierInstanceLeft()
    {
        TemporaryDatabase store;
        QVERIFY(Outbox(store.database()).append(eventOf("left")));
        ScriptedBroker broker;
        Instance instance(store, broker);
        QCOMPARE(broker.askedIds(), std::vector<QByteArray>{"left"});
    }

    void looksForWhatOtherInstancesLeave()
    {
        TemporaryDatabase store;
        ScriptedBroker broker;
        Instance instance(store, broker);
        QVERIFY(Outbox(store.database()).append(eventOf("of another instance")));
        instance.timers.advance(900ms);
        QCOMPARE(broker.asked, 0);
        instance.timers.advance(200ms);
        QCOMPARE(broker.asked, 1);
    }

    void keepsEventsWhileTheBrokerFailsAndTriesLessOften()
    {
        TemporaryDatabase store;
        ScriptedBroker broker;
        Instance instance(store, broker);
        QVERIFY(instance.outbox.append(eventOf("1")));
        instance.timers.advance(0ms);
        auto delay = 50ms;
        for (int attempt = 1; attempt < 12;
             ++attempt, delay = std::min<std::chrono::milliseconds>(2 * delay, 1s)) {
            QCOMPARE(broker.asked, attempt);
            broker.answer(failure(Kind::Unavailable, u"down"_s));
            QCOMPARE(instance.outbox.depth().value_or(-1), 1);
            instance.timers.advance(delay - 1ms);
            QCOMPARE(broker.asked, attempt);
            instance.timers.advance(1ms);
        }
        broker.answer({});
        QCOMPARE(instance.outbox.depth().value_or(-1), 0);
    }

    void endsWithItsScope_data()
    {
        QTest::addColumn<int>("moment");
        QTest::newRow("while it rests") << 0;
        QTest::newRow("while it waits for the confirmation") << 1;
        QTest::newRow("while it waits to try again") << 2;
        QTest::newRow("when the database was revoked first") << 3;
    }

    void endsWithItsScope()
    {
        QFETCH(const int, moment);
        TemporaryDatabase store;
        ScriptedBroker broker;
        Instance instance(store, broker);
        if (moment > 0) {
            QVERIFY(instance.outbox.append(eventOf("1")));
            instance.timers.advance(0ms);
        }
        if (moment == 2)
            broker.answer(failure(Kind::Full, u"full"_s));
        if (moment == 3) {
            store.database().revoke();
            broker.answer({});
        }
        instance.scope.cancel();
        QVERIFY(instance.scope.isIdle());
        QCOMPARE(instance.timers.planned(), std::size_t{0});
        const int asked = broker.asked;
        while (!broker.questions.empty())
            broker.answer({}); // comes too late for anybody
        instance.timers.advance(1min);
        QCOMPARE(broker.asked, asked);
    }

    // Published and not removed: the next instance publishes again, and the consumer's inbox makes it one
    // effect.
    void aCrashBetweenPublishingAndRemovingHasOneEffect()
    {
        EmbeddedBroker::Options options;
        const QTemporaryDir folder;
        options.file = folder.filePath(u"broker.db"_s);
        options.rememberedIds = 0; // as if the broker had been restarted as well
        auto broker = openEmbedded(options);
        QVERIFY(broker);
        TemporaryDatabase store;
        TemporaryDatabase consumers({{u"shipping"_s, 1, u"CREATE TABLE shipment (id)"_s}});
        Inbox inbox(consumers.database());
        QObject context;
        std::vector<QByteArray> received;
        (*broker)->subscribe(
            {{u"shipping"_s}, {{u"order.placed"_s}}, 8}, &context, [&](const Delivery &delivery) {
                received.push_back(delivery.event.id);
                if (received.size() == 1)
                    store.database().revoke(); // the confirmation comes behind the message, and too late
                QVERIFY(consumers.database().transaction([&]() -> Result<void> {
                    const auto isNew = inbox.remember(delivery.event.id, u"shipping"_s);
                    if (!isNew)
                        return failure(isNew.error());
                    if (*isNew && !consumers.database().execute(u"INSERT INTO shipment VALUES (1)"_s))
                        return failure(Kind::Internal, u"insert"_s);
                    return {};
                }));
                (*broker)->ack(delivery.tag);
            });
        QVERIFY(Outbox(store.database()).append(eventOf("order 1")));
        {
            const Instance crashing(store, **broker); // publishes at once
            QTRY_COMPARE(received.size(), 1U);
            QTRY_VERIFY(crashing.scope.isIdle());
        }
        store.reopen();
        {
            const Instance restarted(store, **broker);
            QTRY_COMPARE(restarted.outbox.depth().value_or(-1), 0);
        }
        QTRY_COMPARE(received, (std::vector<QByteArray>{"order 1", "order 1"}));
        const auto shipments = consumers.database().select<int>(
            u"SELECT 1 FROM shipment"_s, {}, [](const services::storage::Row &) { return 1; });
        QVERIFY(shipments);
        QCOMPARE(shipments->size(), 1U);
    }

    void twoRelaysOfOneOutboxKeepTheOrderAndDoNotDouble()
    {
        const QTemporaryDir folder;
        EmbeddedBroker::Options options;
        options.file = folder.filePath(u"broker.db"_s);
        auto broker = openEmbedded(options);
        QVERIFY(broker);
        QObject context;
        std::vector<QByteArray> received;
        (*broker)->subscribe({{u"shipping"_s}, {{u"order.placed"_s}}, 8}, &context,
                             [&](const Delivery &delivery) {
                                 received.push_back(delivery.event.id);
                                 (*broker)->ack(delivery.tag);
                             });
        TemporaryDatabase store;
        Instance first(store, **broker);
        Instance second(store, **broker);
        for (int i = 0; i < 100; ++i) {
            QVERIFY((i % 3 == 0 ? first : second).outbox.append(eventOf(QByteArray::number(i), "key")));
            first.timers.advance(0ms);
            second.timers.advance(0ms);
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(received, numbers(100));
        QTRY_COMPARE(first.outbox.depth().value_or(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestOutboxRelay)
#include "tst_outboxrelay.moc"
