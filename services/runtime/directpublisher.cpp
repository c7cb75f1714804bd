// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "directpublisher.h"

#include <services/broker/publishing.h>

#include <QLoggingCategory>

namespace services::runtime {

namespace {

Q_LOGGING_CATEGORY(logDirect, "faultline.directpublisher", QtWarningMsg)

} // namespace

DirectPublisher::DirectPublisher(storage::Database &database,
                                 broker::Broker &broker,
                                 Surroundings surroundings)
    : m_database(database)
    , m_broker(broker)
    , m_around(surroundings)
{
}

storage::Result<void> DirectPublisher::append(const contract::Event &event)
{
    m_database.onceCommitted([this, event] { m_around.scope.spawn(publish(event)); });
    return {};
}

// When whoever has caused it is done, as it would be with a broker across the network.
QCoro::Task<> DirectPublisher::publish(contract::Event event)
{
    const auto waited
        = co_await waiting::sleepFor(m_around.scope, m_around.timers, std::chrono::nanoseconds(0));
    if (!waited)
        co_return;
    const auto topic = event.topic;
    std::vector<contract::Event> events;
    events.push_back(std::move(event));
    const auto published = co_await broker::publishTo(m_broker, m_around.scope, std::move(events));
    if (published && m_published)
        m_published(topic, 1);
    if (!published && published.error().kind != model::result::Kind::Cancelled)
        qCInfo(logDirect) << "An event is lost:" << published.error().message;
}

} // namespace services::runtime
