// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "embeddedbroker.h"

#include "embeddedengine.h"

#include <services/waiting/pending.h>

namespace services::broker::embedded {

EmbeddedBroker::EmbeddedBroker(Options options)
    : m_options(std::move(options))
{
}

EmbeddedBroker::~EmbeddedBroker()
{
    stop();
}

QCoro::Task<Result<std::shared_ptr<EmbeddedBroker>>> EmbeddedBroker::open(waiting::WaitScope &scope,
                                                                          Options options)
{
    const std::shared_ptr<EmbeddedBroker> broker(new EmbeddedBroker(std::move(options)));
    waiting::Pending<void> opening(scope);
    broker->start(&scope, [completer = opening.completer()](const Result<void> &opened) {
        completer.complete(opened);
    });
    const auto opened = co_await opening;
    if (!opened)
        co_return failure(opened.error());
    broker->m_isOpen = true;
    co_return broker;
}

Result<std::unique_ptr<Engine>> EmbeddedBroker::openEngine()
{
    auto store = MessageStore::open(m_options.file, m_options.survivesPowerLoss, &m_isUnwanted);
    if (!store)
        return failure(store.error());
    auto engine
        = std::make_unique<EmbeddedEngine>(std::move(*store), m_options.patience, m_options.rememberedIds);
    if (const auto loaded = engine->load(std::chrono::steady_clock::now()); !loaded)
        return failure(loaded.error());
    return engine;
}

void EmbeddedBroker::abandonOpening()
{
    m_isUnwanted = !m_isOpen;
}

} // namespace services::broker::embedded
