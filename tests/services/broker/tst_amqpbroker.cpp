// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "brokerstand.h"

#include <services/broker/amqp/amqpbroker.h>
#include <services/broker/amqp/link.h>
#include <services/broker/amqp/names.h>

#include <QElapsedTimer>
#include <QTcpServer>

#include <amqp_framing.h>
#include <tests/support/rabbitmqserver.h>

using namespace tests::broker;
using services::broker::BrokerUrl;
using services::broker::amqp::AmqpBroker;
using services::broker::amqp::bytesOf;
using services::broker::amqp::Lifeline;
using services::broker::amqp::Link;
using services::broker::amqp::Names;
using tests::support::RabbitMqServer;
using tests::support::turnUntil;

namespace {

const std::vector<TopicBinding> oneGroup{{{u"order.placed"_s}, {{u"shipping"_s}}}};

using Opened = Result<std::shared_ptr<AmqpBroker>>;

Opened open(const QString &url, const QString &name, bool isForOneRun = false)
{
    AmqpBroker::Options options;
    options.server = BrokerUrl::parse(url).value();
    options.name = name;
    options.isForOneRun = isForOneRun;
    services::waiting::WaitScope scope;
    return tests::support::waitFor(AmqpBroker::open(scope, std::move(options)));
}

std::int64_t depth(const Broker &broker)
{
    const auto queues = broker.queues();
    return queues.empty() ? -1 : queues.front().depth;
}

} // namespace

// What is particular to RabbitMQ: its server, and who else is there.
class TestAmqpBroker : public QObject
{
    Q_OBJECT
private:
    // Another program on the same server.
    struct Stranger
    {
        explicit Stranger(const RabbitMqServer &server)
            : link(Link::open(
                       BrokerUrl::parse(server.url()).value(), u"stranger"_s, std::make_shared<Lifeline>())
                       .value())
        {
            if (!link->openChannel(1))
                qFatal("The server opens no channel");
        }
        bool sees(const QByteArray &queue) const
        {
            amqp_queue_declare(link->state(), 1, bytesOf(queue), 1, 1, 0, 0, amqp_empty_table);
            return link->answered({}).has_value();
        }

        std::unique_ptr<Link> link;
    };

    Result<void> publish(Broker &broker, std::vector<Event> events)
    {
        return tests::support::waitFor(publishTo(broker, m_scope, std::move(events)));
    }
    std::shared_ptr<AmqpBroker> broker(const QString &name, bool isForOneRun = false)
    {
        auto opened = open(m_server.url(), name, isForOneRun);
        if (!opened || !tests::support::waitFor(declareOn(**opened, m_scope, oneGroup)))
            qFatal("RabbitMQ cannot be used");
        return *opened;
    }

    services::waiting::WaitScope m_scope;
    RabbitMqServer m_server;

private Q_SLOTS:
    void longNamesDifferAndFit()
    {
        const auto topic = [](qsizetype length, char end) {
            return model::system::TopicId{QString(length, u'ü') + QLatin1Char(end)};
        };
        const Names names(u"fleet"_s);
        QCOMPARE(names.queue({u"größe"_s}), "fleet/group/größe");
        const auto first = names.routingKey(topic(200, 'a'));
        const auto second = names.routingKey(topic(200, 'b'));
        QVERIFY(first.size() <= 255 && second.size() <= 255);
        QVERIFY(first != second);
        QVERIFY(QString::fromUtf8(first).startsWith(QString(100, u'ü')));
        QVERIFY(!QString::fromUtf8(first).contains(QChar::ReplacementCharacter));
    }

    void saysThatNobodyAnswers()
    {
        QTcpServer nobody;
        QVERIFY(nobody.listen(QHostAddress::LocalHost));
        const auto port = QString::number(nobody.serverPort());
        nobody.close();
        const auto opened = open(u"amqp://shop:secret@127.0.0.1:"_s + port, u"test"_s);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, Kind::Refused);
        QVERIFY(opened.error().message.contains(u"amqp://127.0.0.1:"_s + port));
        QVERIFY(opened.error().message.contains(u"start it there"_s));
        QVERIFY(!opened.error().message.contains(u"secret"_s));
    }

    // From here on with the server.
    void startsTheServer()
    {
        if (const auto why = RabbitMqServer::whyAbsent(); !why.isEmpty())
            QSKIP(qPrintable(why));
        const auto started = m_server.start();
        QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
    }

    void init()
    {
        static const QByteArrayList without{"longNamesDifferAndFit", "saysThatNobodyAnswers",
                                            "startsTheServer"};
        if (!without.contains(QTest::currentTestFunction()) && m_server.port() == 0)
            QSKIP("There is no RabbitMQ");
    }

    void saysWhoIsNotLetIn_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("virtualHost");
        QTest::addColumn<QString>("words");
        QTest::newRow("a wrong password") << u"guest:secret"_s << u"%2F"_s << u"user or password"_s;
        QTest::newRow("an unknown user") << u"nobody:secret"_s << u"%2F"_s << u"user or password"_s;
        QTest::newRow("an unknown virtual host") << u"guest:guest"_s << u"secret"_s << u"virtual host"_s;
    }

    void saysWhoIsNotLetIn()
    {
        QFETCH(const QString, user);
        QFETCH(const QString, virtualHost);
        QFETCH(const QString, words);
        const auto opened
            = open(u"amqp://%1@127.0.0.1:%2/%3"_s.arg(user).arg(m_server.port()).arg(virtualHost), u"test"_s);
        QVERIFY(!opened);
        QVERIFY2(opened.error().message.contains(words), qPrintable(opened.error().message));
        QVERIFY(!opened.error().message.contains(u"guest"_s));
    }

    void fleetsOfOtherNamesAreApart()
    {
        const auto one = broker(u"fleet one"_s);
        const auto other = broker(u"fleet two"_s);
        Consumer consumer(*other, u"shipping"_s);
        QVERIFY(publish(*one, eventsOf(3)));
        QVERIFY(publish(*other, {eventOf("mine")}));
        QTRY_COMPARE(consumer.ids(), std::vector<QByteArray>{"mine"});
        QCOMPARE(depth(*one), 3);
    }

    void aFleetRunsOnce()
    {
        const auto first = broker(u"twice"_s);
        const auto second = open(m_server.url(), u"twice"_s);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Kind::Conflict);
        QVERIFY(publish(*first, eventsOf(1)));
        QCOMPARE(depth(*first), 1);
    }

    void oneRunLeavesNothing()
    {
        const Names names(u"one run"_s);
        const auto passing = broker(u"one run"_s, true);
        QVERIFY(publish(*passing, eventsOf(100)));
        QVERIFY(Stranger(m_server).sees(names.queue({u"shipping"_s})));
        passing->stop();
        for (const auto &queue : {names.queue({u"shipping"_s}), names.deadQueue({u"shipping"_s}),
                                  names.latestDeadQueue({u"shipping"_s}), names.topology()})
            QVERIFY2(!Stranger(m_server).sees(queue), queue.constData());
    }

    // While it is down it is not at its end.
    void aFallLeavesEverything()
    {
        const auto passing = broker(u"falling"_s, true);
        QVERIFY(publish(*passing, eventsOf(3)));
        passing->make({.isDown = true});
        passing->make({});
        Consumer consumer(*passing, u"shipping"_s);
        QTRY_COMPARE(consumer.ids(), numbers(3));
    }

    void aMessageOfAnotherProgramIsAnEvent()
    {
        const auto ours = broker(u"open house"_s);
        Consumer consumer(*ours, u"shipping"_s);
        const Stranger stranger(m_server);
        const auto exchange = Names(u"open house"_s).exchange();
        amqp_basic_publish(stranger.link->state(), 1, bytesOf(exchange), amqp_cstring_bytes("order.placed"),
                           0, 0, nullptr, amqp_cstring_bytes("hello"));
        QTRY_COMPARE(consumer.received.size(), 1U);
        const Event &event = consumer.received.front().event;
        QCOMPARE(event.payload, "hello");
        QCOMPARE(event.topic.value, u"order.placed"_s);
        QVERIFY(!event.id.isEmpty());
        QTRY_COMPARE(depth(*ours), 0);
    }

    void whatOthersTakeAwayIsNotCounted()
    {
        const auto ours = broker(u"emptied"_s);
        QVERIFY(publish(*ours, eventsOf(40)));
        QCOMPARE(depth(*ours), 40);
        const Stranger stranger(m_server);
        const auto queue = Names(u"emptied"_s).queue({u"shipping"_s});
        amqp_queue_purge(stranger.link->state(), 1, bytesOf(queue));
        QVERIFY(stranger.link->answered({}));
        QTRY_VERIFY(depth(*ours) < 40); // what has been sent to us stays
        Consumer consumer(*ours, u"shipping"_s);
        QTRY_COMPARE(depth(*ours), 0);
        QVERIFY(consumer.received.size() < 40);
    }

    void aQueueThatIsTakenAwayIsMadeAgain()
    {
        const auto ours = broker(u"robbed"_s);
        Consumer consumer(*ours, u"shipping"_s);
        const Stranger stranger(m_server);
        const auto queue = Names(u"robbed"_s).queue({u"shipping"_s});
        amqp_queue_delete(stranger.link->state(), 1, bytesOf(queue), 0, 0);
        QVERIFY(stranger.link->answered({}));
        QVERIFY(turnUntil([&] { return publish(*ours, {eventOf("after")}).has_value(); }));
        QTRY_COMPARE(consumer.received.size(), 1U);
    }

    // Nothing waits for ever, and stopping not for long.
    void aServerThatHangsDoesNotBlock()
    {
        const auto ours = broker(u"hanging"_s);
        m_server.hang();
        QObject context;
        std::optional<Result<void>> outcome;
        ours->publish({eventOf("1")}, &context, [&](Result<void> published) { outcome = published; });
        QElapsedTimer timer;
        timer.start();
        ours->stop();
        const auto took = timer.elapsed();
        m_server.goOn();
        QVERIFY2(took < 1'500, qPrintable(QString::number(took)));
        QVERIFY(turnUntil([&] { return outcome.has_value(); }));
        QVERIFY(!*outcome);
        QCOMPARE(outcome->error().kind, Kind::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestAmqpBroker)
#include "tst_amqpbroker.moc"
