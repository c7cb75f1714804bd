// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/broker/brokerurl.h>

#include <QTest>

using namespace Qt::StringLiterals;
using services::broker::BrokerUrl;
using services::broker::EngineKind;

class TestBrokerUrl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<BrokerUrl>("url");
        QTest::addColumn<QString>("shown");
        const auto rabbit = [](const QString &host, quint16 port, const QString &user,
                               const QString &password, const QString &virtualHost) {
            return BrokerUrl{EngineKind::RabbitMq, host, port, user, password, virtualHost};
        };
        QTest::newRow("our own") << u"embedded:"_s << BrokerUrl{} << u"embedded:"_s;
        QTest::newRow("RabbitMQ as it comes")
            << u"amqp://localhost"_s << rabbit(u"localhost"_s, 5672, u"guest"_s, u"guest"_s, u"/"_s)
            << u"amqp://localhost:5672/%2F"_s;
        QTest::newRow("a virtual host")
            << u"amqp://shop:se%40cret%2F@rabbit.example:5000/my%20shop"_s
            << rabbit(u"rabbit.example"_s, 5000, u"shop"_s, u"se@cret/"_s, u"my shop"_s)
            << u"amqp://rabbit.example:5000/my%20shop"_s;
        QTest::newRow("an address of version 6")
            << u"amqp://a:b@[::1]:5672/%2F"_s << rabbit(u"::1"_s, 5672, u"a"_s, u"b"_s, u"/"_s)
            << u"amqp://[::1]:5672/%2F"_s;
        QTest::newRow("Kafka") << u"kafka://127.0.0.1"_s
                               << BrokerUrl{EngineKind::Kafka, u"127.0.0.1"_s, 9092, {}, {}, {}}
                               << u"kafka://127.0.0.1:9092"_s;
    }

    void reads()
    {
        QFETCH(const QString, text);
        QFETCH(const BrokerUrl, url);
        const auto read = BrokerUrl::parse(text);
        QVERIFY(read);
        QVERIFY(*read == url);
        QTEST(QString(read->shown()), "shown");
        const auto again = BrokerUrl::parse(read->text());
        QVERIFY(again);
        QVERIFY(*again == url);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("another protocol") << u"http://user:secret@localhost"_s;
        QTest::newRow("TLS, which we do not speak") << u"amqps://user:secret@localhost"_s;
        QTest::newRow("no host") << u"amqp://"_s;
        QTest::newRow("a port that cannot be") << u"amqp://user:secret@localhost:0"_s;
        QTest::newRow("no URL") << u"amqp://user:secret@local host"_s;
        QTest::newRow("options") << u"amqp://user:secret@localhost/?heartbeat=2"_s;
        QTest::newRow("Kafka with a password") << u"kafka://user:secret@localhost"_s;
        QTest::newRow("Kafka with a path") << u"kafka://localhost/secret"_s;
    }

    void refuses()
    {
        QFETCH(const QString, text);
        const auto read = BrokerUrl::parse(text);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, model::result::Kind::InvalidInput);
        QVERIFY(read.error().message.contains(u"amqp://user:password@host:port/vhost"_s));
        QVERIFY(!read.error().message.contains(u"secret"_s));
    }
};

QTEST_GUILESS_MAIN(TestBrokerUrl)
#include "tst_brokerurl.moc"
