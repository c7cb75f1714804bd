// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "makebroker.h"

#include "embedded/embeddedbroker.h"

#ifdef FAULTLINE_HAS_RABBITMQ
#include "amqp/amqpbroker.h"
#endif

#ifdef FAULTLINE_HAS_KAFKA
#include "kafka/kafkabroker.h"
#endif

namespace services::broker {

using namespace Qt::StringLiterals;

namespace {

using Opened = Result<std::shared_ptr<Broker>>;

QString nameOf(EngineKind kind)
{
    switch (kind) {
    case EngineKind::Embedded:
        return u"embedded"_s;
    case EngineKind::RabbitMq:
        return u"RabbitMQ"_s;
    case EngineKind::Kafka:
        return u"Kafka"_s;
    }
    return {};
}

QCoro::Task<Opened> openEmbedded(waiting::WaitScope &scope, BrokerOrder order)
{
    embedded::EmbeddedBroker::Options options;
    options.file = std::move(order.file);
    options.patience = order.patience;
    auto opened = co_await embedded::EmbeddedBroker::open(scope, std::move(options));
    if (!opened)
        co_return failure(opened.error());
    co_return std::shared_ptr<Broker>(std::move(*opened));
}

#ifdef FAULTLINE_HAS_RABBITMQ
QCoro::Task<Opened> openRabbitMq(waiting::WaitScope &scope, BrokerOrder order)
{
    amqp::AmqpBroker::Options options;
    options.server = std::move(order.url);
    options.name = std::move(order.name);
    options.isForOneRun = order.isForOneRun;
    options.patience = order.patience;
    auto opened = co_await amqp::AmqpBroker::open(scope, std::move(options));
    if (!opened)
        co_return failure(opened.error());
    co_return std::shared_ptr<Broker>(std::move(*opened));
}
#endif

#ifdef FAULTLINE_HAS_KAFKA
QCoro::Task<Opened> openKafka(waiting::WaitScope &scope, BrokerOrder order)
{
    kafka::KafkaBroker::Options options;
    options.server = std::move(order.url);
    options.name = std::move(order.name);
    options.patience = order.patience;
    auto opened = co_await kafka::KafkaBroker::open(scope, std::move(options));
    if (!opened)
        co_return failure(opened.error());
    co_return std::shared_ptr<Broker>(std::move(*opened));
}
#endif

tl::unexpected<Error> notInBuild(EngineKind kind)
{
    return failure(Kind::InvalidInput,
                   u"This build of Faultline has no client for %1. It has: %2"_s.arg(
                       nameOf(kind), enginesInBuild().join(u", "_s)));
}

} // namespace

QCoro::Task<Opened> makeBroker(waiting::WaitScope &scope, BrokerOrder order)
{
    if (order.url.kind == EngineKind::Embedded) {
        auto opened = co_await openEmbedded(scope, std::move(order));
        co_return opened;
    }
#ifdef FAULTLINE_HAS_RABBITMQ
    if (order.url.kind == EngineKind::RabbitMq) {
        auto opened = co_await openRabbitMq(scope, std::move(order));
        co_return opened;
    }
#endif
#ifdef FAULTLINE_HAS_KAFKA
    if (order.url.kind == EngineKind::Kafka) {
        auto opened = co_await openKafka(scope, std::move(order));
        co_return opened;
    }
#endif
    co_return notInBuild(order.url.kind);
}

bool isInBuild(EngineKind kind)
{
    switch (kind) {
    case EngineKind::Embedded:
        return true;
    case EngineKind::RabbitMq:
#ifdef FAULTLINE_HAS_RABBITMQ
        return true;
#else
        return false;
#endif
    case EngineKind::Kafka:
#ifdef FAULTLINE_HAS_KAFKA
        return true;
#else
        return false;
#endif
    }
    return false;
}

QStringList enginesInBuild()
{
    QStringList names;
    for (const auto kind : {EngineKind::Embedded, EngineKind::RabbitMq, EngineKind::Kafka}) {
        if (isInBuild(kind))
            names.append(nameOf(kind));
    }
    return names;
}

} // namespace services::broker
