// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amqpbroker.h"

#include "queueengine.h"

#include <services/waiting/pending.h>

namespace services::broker::amqp {

AmqpBroker::AmqpBroker(Options options)
    : m_options(std::move(options))
{
    inlet()->setBell([this] { m_bell.ring(); });
}

AmqpBroker::~AmqpBroker()
{
    stop();
    inlet()->setBell({});
}

QCoro::Task<Result<std::shared_ptr<AmqpBroker>>> AmqpBroker::open(waiting::WaitScope &scope, Options options)
{
    const std::shared_ptr<AmqpBroker> broker(new AmqpBroker(std::move(options)));
    waiting::Pending<void> opening(scope);
    broker->start(&scope, [completer = opening.completer()](const Result<void> &opened) {
        completer.complete(opened);
    });
    const auto opened = co_await opening;
    if (!opened)
        co_return failure(opened.error());
    co_return broker;
}

Result<std::unique_ptr<Engine>> AmqpBroker::openEngine()
{
    QueueEngine::Options options;
    options.server = m_options.server;
    options.name = m_options.name;
    options.patience = m_options.patience;
    options.rememberedIds = m_options.rememberedIds;
    options.isForOneRun = m_options.isForOneRun;
    options.bell = m_bell.handle();
    options.lifeline = m_lifeline;
    auto engine = QueueEngine::open(std::move(options), m_recollection);
    if (!engine)
        return failure(engine.error());
    return std::unique_ptr<Engine>(std::move(*engine));
}

void AmqpBroker::cut()
{
    m_lifeline->cut();
}

} // namespace services::broker::amqp
