// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "brokerstand.h"

#ifdef FAULTLINE_HAS_RABBITMQ
#include <services/broker/amqp/amqpbroker.h>
#endif

#ifdef FAULTLINE_HAS_KAFKA
#include "kafkamock.h"

#include <services/broker/kafka/kafkabroker.h>
#endif

#include <QFileInfo>

#include <tests/support/rabbitmqserver.h>

namespace tests::broker {

// A broker for the conformance suite to try, and the server behind it if it has one.
class TestedEngine
{
public:
    TestedEngine() = default;
    virtual ~TestedEngine() = default;
    TestedEngine(const TestedEngine &) = delete;
    TestedEngine &operator=(const TestedEngine &) = delete;

    virtual QByteArray name() const = 0;
    // Why it cannot be tried here; empty: it can be.
    virtual QString whyAbsent() const { return {}; }
    // Before it is opened; starts the server at the first time.
    virtual Result<void> prepare() { return {}; }
    virtual Result<std::shared_ptr<Broker>> open(const QString &folder, const Patience &patience) = 0;
    // Its server dies without warning and starts again; of a broker without a server: the broker.
    virtual void interrupt(Broker &broker) = 0;
};

class EmbeddedCase final : public TestedEngine
{
public:
    explicit EmbeddedCase(bool survivesPowerLoss)
        : m_survivesPowerLoss(survivesPowerLoss)
    {
    }

    QByteArray name() const override { return m_survivesPowerLoss ? "embedded, power-safe" : "embedded"; }
    Result<std::shared_ptr<Broker>> open(const QString &folder, const Patience &patience) override
    {
        EmbeddedBroker::Options options;
        options.file = folder + u"/broker.db"_s;
        options.patience = patience;
        options.survivesPowerLoss = m_survivesPowerLoss;
        return openEmbedded(std::move(options));
    }
    void interrupt(Broker &broker) override
    {
        broker.make({.isDown = true});
        broker.make({});
    }

private:
    bool m_survivesPowerLoss;
};

#ifdef FAULTLINE_HAS_RABBITMQ
// A real server, one for all tests; each has a name of its own on it.
class RabbitMqCase final : public TestedEngine
{
public:
    QByteArray name() const override { return "RabbitMQ"; }
    QString whyAbsent() const override { return support::RabbitMqServer::whyAbsent(); }
    Result<void> prepare() override
    {
        Result<void> started;
        if (!std::exchange(m_isStarted, true))
            started = m_server.start();
        return started;
    }
    Result<std::shared_ptr<Broker>> open(const QString &folder, const Patience &patience) override
    {
        services::broker::amqp::AmqpBroker::Options options;
        options.server = services::broker::BrokerUrl::parse(m_server.url()).value();
        options.name = u"test/"_s + QFileInfo(folder).fileName();
        options.patience = patience;
        services::waiting::WaitScope scope;
        return support::waitFor(services::broker::amqp::AmqpBroker::open(scope, std::move(options)));
    }
    void interrupt(Broker & /*broker*/) override
    {
        m_server.kill();
        if (const auto started = m_server.start(); !started)
            qFatal("%s", qUtf8Printable(started.error().message));
    }

private:
    bool m_isStarted = false;
    support::RabbitMqServer m_server;
};
#endif

#ifdef FAULTLINE_HAS_KAFKA
// librdkafka's protocol mock, one for all tests. It takes all partitions at once: to join a group takes three
// seconds each time, and is a matter of its own (see tst_kafkabroker).
class KafkaCase final : public TestedEngine
{
public:
    QByteArray name() const override { return "Kafka protocol mock"; }
    Result<std::shared_ptr<Broker>> open(const QString &folder, const Patience &patience) override
    {
        services::broker::kafka::KafkaBroker::Options options;
        options.server = services::broker::BrokerUrl::parse(m_mock.url()).value();
        options.name = u"test/"_s + QFileInfo(folder).fileName();
        options.patience = patience;
        options.membership = services::broker::kafka::Membership::Alone;
        services::waiting::WaitScope scope;
        return support::waitFor(services::broker::kafka::KafkaBroker::open(scope, std::move(options)));
    }
    void interrupt(Broker & /*broker*/) override
    {
        m_mock.goDown();
        m_mock.comeUp();
    }

private:
    KafkaMock m_mock;
};
#endif

// Those of this build; FAULTLINE_BROKERS may name one, by the beginning of its name.
inline std::vector<std::shared_ptr<TestedEngine>> testedEngines()
{
    std::vector<std::shared_ptr<TestedEngine>> engines{std::make_shared<EmbeddedCase>(false),
                                                       std::make_shared<EmbeddedCase>(true)};
#ifdef FAULTLINE_HAS_RABBITMQ
    engines.push_back(std::make_shared<RabbitMqCase>());
#endif
#ifdef FAULTLINE_HAS_KAFKA
    engines.push_back(std::make_shared<KafkaCase>());
#endif
    const auto wanted = qgetenv("FAULTLINE_BROKERS");
    std::erase_if(engines, [&wanted](const auto &engine) { return !engine->name().startsWith(wanted); });
    return engines;
}

} // namespace tests::broker

Q_DECLARE_METATYPE(std::shared_ptr<tests::broker::TestedEngine>)
