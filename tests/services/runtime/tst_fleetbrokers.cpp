// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultplay.h"

#include <services/broker/makebroker.h>

#include <QFile>
#include <QJsonDocument>

#include <tests/support/rabbitmqserver.h>

#ifdef FAULTLINE_HAS_KAFKA
#include <tests/services/broker/kafkamock.h>
#endif

using namespace Qt::StringLiterals;
using namespace toy;
using services::broker::BrokerUrl;
using services::broker::EngineKind;
using tests::support::RabbitMqServer;

namespace {

// A fleet on a broker.
struct Served : Play
{
    Served(const QString &url, bool isForOneRun)
        : Play(microservices(), [&](FleetPlan &plan) {
            plan.options.broker = BrokerUrl::parse(url).value();
            plan.options.isForOneRun = isForOneRun;
        })
    {
    }

    bool tell(const QStringList &all)
    {
        return std::ranges::all_of(all, [this](const QString &what) {
            return customer->ask(front, u"POST /tell/{id}"_s, what).has_value();
        });
    }
    QStringList heard()
    {
        QStringList all;
        if (const auto reply = askEar()) {
            for (const auto &what : QJsonDocument::fromJson(reply->body).array())
                all.append(what.toString());
        }
        return all;
    }
    bool keepsInOutbox(int events)
    {
        return measures([&] {
            return std::ranges::any_of(reports, [&](const auto &r) { return r.occupancy.outbox >= events; });
        });
    }
};

} // namespace

// Whatever broker a fleet has, nothing is lost and nothing happens twice when it goes and comes.
class TestFleetBrokers : public QObject
{
    Q_OBJECT
private:
    QString urlOf(EngineKind kind)
    {
        if (kind == EngineKind::Embedded)
            return u"embedded:"_s;
#ifdef FAULTLINE_HAS_KAFKA
        if (kind == EngineKind::Kafka)
            return m_kafka.url();
#endif
        if (m_rabbit.port() == 0) {
            if (const auto started = m_rabbit.start(); !started)
                qFatal("%s", qPrintable(started.error().message));
        }
        return m_rabbit.url();
    }

    void takeServerAway(EngineKind kind)
    {
#ifdef FAULTLINE_HAS_KAFKA
        if (kind == EngineKind::Kafka)
            return m_kafka.goDown();
#endif
        Q_ASSERT(kind == EngineKind::RabbitMq);
        m_rabbit.kill();
    }
    bool bringServerBack(EngineKind kind)
    {
#ifdef FAULTLINE_HAS_KAFKA
        if (kind == EngineKind::Kafka) {
            m_kafka.comeUp();
            return true;
        }
#endif
        Q_ASSERT(kind == EngineKind::RabbitMq);
        return m_rabbit.start().has_value();
    }

    RabbitMqServer m_rabbit;
#ifdef FAULTLINE_HAS_KAFKA
    tests::broker::KafkaMock m_kafka;
#endif

private Q_SLOTS:
    void loseNothingWhenTheyGoAndCome_data()
    {
        QTest::addColumn<EngineKind>("kind");
        QTest::addColumn<QString>("trouble");
        QTest::newRow("embedded, down") << EngineKind::Embedded << u"broker-down"_s;
        QTest::newRow("embedded, slow") << EngineKind::Embedded << u"broker-slow,delay=200"_s;
        QTest::newRow("RabbitMQ, cut off") << EngineKind::RabbitMq << u"broker-down"_s;
        QTest::newRow("RabbitMQ, slow") << EngineKind::RabbitMq << u"broker-slow,delay=200"_s;
        QTest::newRow("RabbitMQ, killed and started again") << EngineKind::RabbitMq << QString();
        QTest::newRow("Kafka protocol mock, cut off") << EngineKind::Kafka << u"broker-down"_s;
        QTest::newRow("Kafka protocol mock, down and up") << EngineKind::Kafka << QString();
    }

    void loseNothingWhenTheyGoAndCome()
    {
        QFETCH(const EngineKind, kind);
        QFETCH(const QString, trouble);
        if (!services::broker::isInBuild(kind))
            QSKIP("This build has no client for it");
        if (const auto why = RabbitMqServer::whyAbsent(); kind == EngineKind::RabbitMq && !why.isEmpty())
            QSKIP(qPrintable(why));
        Served play(urlOf(kind), true);
        QVERIFY(play.tell({u"a"_s, u"b"_s}));
        QVERIFY(turnUntil([&] { return play.heard().size() == 3; }));
        if (trouble.isEmpty())
            takeServerAway(kind);
        else
            play.inject(trouble);
        QVERIFY(play.tell({u"c"_s, u"d"_s, u"e"_s, u"f"_s})); // the customer need not know
        if (!trouble.startsWith(u"broker-slow"_s))
            QVERIFY(play.keepsInOutbox(4));
        if (trouble.isEmpty())
            QVERIFY(bringServerBack(kind));
        else
            play.lift(trouble);
        const QStringList all{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"seed"_s};
        QVERIFY(turnUntil([&] { return play.heard() == all; }));
        QVERIFY(play.tell({u"g"_s}));
        QVERIFY(turnUntil([&] { return play.heard() == all.first(6) + QStringList{u"g"_s, u"seed"_s}; }));
        QVERIFY(turnUntil([&] {
            const auto queues = play.fleet->drainTelemetry().queues;
            return std::ranges::all_of(
                queues, [](const auto &queue) { return queue.depth == 0 && queue.deadLetters == 0; });
        }));
    }

    void theNameOnAServerStaysWithTheFolder()
    {
        if (!services::broker::isInBuild(EngineKind::RabbitMq) || !RabbitMqServer::whyAbsent().isEmpty())
            QSKIP("There is no RabbitMQ here");
        const Served play(urlOf(EngineKind::RabbitMq), false);
        QFile file(play.folder.filePath(u"microservices/broker.name"_s));
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(file.readAll().startsWith("faultline/"));
        QVERIFY(!QFile::exists(play.folder.filePath(u"microservices/broker.db"_s)));
    }

    void aBrokerThatIsNotThereIsAClearError()
    {
        if (!services::broker::isInBuild(EngineKind::RabbitMq))
            QSKIP("This build has no client for it");
        World world(microservices(), [](FleetPlan &plan) {
            plan.options.broker = BrokerUrl::parse(u"amqp://shop:secret@127.0.0.1:1"_s).value();
        });
        const auto started = awaited(world.fleet->start());
        QVERIFY(!started);
        QVERIFY2(started.error().message.contains(u"amqp://127.0.0.1:1"_s),
                 qPrintable(started.error().message));
        QVERIFY(!started.error().message.contains(u"secret"_s));
    }
};

QTEST_GUILESS_MAIN(TestFleetBrokers)
#include "tst_fleetbrokers.moc"
