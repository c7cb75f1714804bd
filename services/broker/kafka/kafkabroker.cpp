// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kafkabroker.h"

#include <services/waiting/pending.h>

namespace services::broker::kafka {

KafkaBroker::KafkaBroker(Options options)
    : m_options(std::move(options))
{
    inlet()->setBell([this] { m_bell.ring(); });
}

KafkaBroker::~KafkaBroker()
{
    stop();
    inlet()->setBell({});
}

QCoro::Task<Result<std::shared_ptr<KafkaBroker>>> KafkaBroker::open(waiting::WaitScope &scope,
                                                                    Options options)
{
    const std::shared_ptr<KafkaBroker> broker(new KafkaBroker(std::move(options)));
    waiting::Pending<void> opening(scope);
    broker->start(&scope, [completer = opening.completer()](const Result<void> &opened) {
        completer.complete(opened);
    });
    const auto opened = co_await opening;
    if (!opened)
        co_return failure(opened.error());
    co_return broker;
}

Result<std::unique_ptr<Engine>> KafkaBroker::openEngine()
{
    LogEngine::Options options;
    options.server = m_options.server;
    options.name = m_options.name;
    options.patience = m_options.patience;
    options.rememberedIds = m_options.rememberedIds;
    options.membership = m_options.membership;
    options.bell = m_bell.handle();
    options.unwanted = &m_isUnwanted;
    auto engine = LogEngine::open(std::move(options), m_recollection);
    if (!engine)
        return failure(engine.error());
    return std::unique_ptr<Engine>(std::move(*engine));
}

void KafkaBroker::abandonOpening()
{
    m_isUnwanted = true;
}

} // namespace services::broker::kafka
