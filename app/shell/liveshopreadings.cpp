// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is read of the running shops when somebody looks: books, orders and messages.

#include "liveshop.h"
#include "whenfinished.h"

namespace app::shell {

using model::result::Result;
using model::system::CapabilityId;
using services::broker::Peek;
using services::broker::PeekedMessage;
using services::platform::BooksReading;
using services::platform::DataReading;
using services::platform::OrderBook;
using services::platform::Place;
using services::platform::TracedLife;

model::system::PackagingId LiveShop::idOf(int fleet) const
{
    return m_plan.packagings[static_cast<size_t>(fleet)].id;
}

void LiveShop::readBooks()
{
    if (!m_platform) {
        Q_EMIT booksUnread(tr("The shops are not running."));
        return;
    }
    whenFinished(m_platform->readBooks(), this, [this](const Result<BooksReading> &reading) {
        if (reading.has_value())
            Q_EMIT booksRead(m_texts.dressed(*reading));
        else
            Q_EMIT booksUnread(wordsOf(reading.error()));
    });
}

void LiveShop::readOrders(int fleet)
{
    if (!m_platform) {
        Q_EMIT ordersUnread(tr("The shops are not running."));
        return;
    }
    whenFinished(m_platform->orders(idOf(fleet)), this, [this, fleet](const Result<OrderBook> &orders) {
        if (orders.has_value())
            Q_EMIT ordersRead(fleet, m_texts.dressed(*orders));
        else
            Q_EMIT ordersUnread(wordsOf(orders.error()));
    });
}

void LiveShop::readLife(int fleet, const QString &order)
{
    if (!m_platform)
        return;
    whenFinished(m_platform->life(idOf(fleet), order), this, [this, fleet](const Result<TracedLife> &life) {
        if (life.has_value())
            Q_EMIT lifeRead(fleet, m_texts.dressed(*life));
        else
            Q_EMIT ordersUnread(wordsOf(life.error()));
    });
}

void LiveShop::readData(const Place &unit, const std::vector<CapabilityId> &capabilities)
{
    if (!m_platform) {
        Q_EMIT dataUnread(unit, tr("The shops are not running."));
        return;
    }
    whenFinished(m_platform->data(unit, capabilities), this, [this, unit](const Result<DataReading> &data) {
        if (data.has_value())
            Q_EMIT dataRead(unit, *data);
        else
            Q_EMIT dataUnread(unit, wordsOf(data.error()));
    });
}

void LiveShop::readTraces()
{
    if (!m_platform) {
        Q_EMIT tracesUnread(tr("The shops are not running."));
        return;
    }
    whenFinished(m_platform->traces(), this, [this](const Result<services::platform::Glances> &traces) {
        if (traces.has_value())
            Q_EMIT tracesRead(m_texts.dressed(*traces));
        else
            Q_EMIT tracesUnread(wordsOf(traces.error()));
    });
}

void LiveShop::readTrace(int fleet, const model::telemetry::TraceId &id)
{
    if (!m_platform)
        return;
    using Spans = std::vector<model::telemetry::Span>;
    whenFinished(m_platform->trace(idOf(fleet), id), this, [this, fleet, id](const Result<Spans> &spans) {
        if (spans.has_value())
            Q_EMIT traceRead(fleet, id, m_texts.dressed(*spans));
        else
            Q_EMIT tracesUnread(wordsOf(spans.error()));
    });
}

void LiveShop::readLogs(const services::platform::LogQuery &query)
{
    if (!m_platform) {
        Q_EMIT logsUnread(tr("The shops are not running."));
        return;
    }
    whenFinished(m_platform->logs(query), this,
                 [this, query](const Result<services::platform::LogReading> &reading) {
                     if (reading.has_value())
                         Q_EMIT logsRead(query, m_texts.dressed(*reading));
                     else
                         Q_EMIT logsUnread(wordsOf(reading.error()));
                 });
}

void LiveShop::peek(int fleet, const Peek &what)
{
    if (!m_platform) {
        Q_EMIT messagesUnseen(tr("The shops are not running."));
        return;
    }
    whenFinished(m_platform->peek(idOf(fleet), what), this,
                 [this, fleet, what](const Result<std::vector<PeekedMessage>> &messages) {
                     if (messages.has_value())
                         Q_EMIT messagesSeen(fleet, what, m_texts.dressed(*messages));
                     else
                         Q_EMIT messagesUnseen(wordsOf(messages.error()));
                 });
}

void LiveShop::watchMove(QFuture<Result<void>> future)
{
    whenFinished(std::move(future), this, [this](const Result<void> &moved) {
        if (moved.has_value())
            Q_EMIT messagesMoved();
        else
            Q_EMIT messagesUnseen(wordsOf(moved.error()));
    });
}

void LiveShop::replay(int fleet, const CapabilityId &group, const std::vector<std::int64_t> &letters)
{
    if (m_platform)
        watchMove(m_platform->replay(idOf(fleet), group, letters));
}

void LiveShop::redeliver(int fleet, const CapabilityId &group, std::int64_t message)
{
    if (m_platform)
        watchMove(m_platform->redeliver(idOf(fleet), group, message));
}

} // namespace app::shell
