// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "notifications.h"

#include "letters.h"

#include <services/shop/calendar/calendar.h>
#include <services/shop/events/publishing.h>
#include <services/shop/session/session.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QUuid>

namespace services::shop::notifications {

using namespace Qt::StringLiterals;
using contract::failure;

namespace {

QJsonObject toJson(const Message &message)
{
    return {{u"id"_s, message.id},     {u"order"_s, message.order},
            {u"kind"_s, message.kind}, {u"subject"_s, message.subject},
            {u"body"_s, message.body}, {u"sentAt"_s, calendar::text(message.sentAt)}};
}

} // namespace

Notifications::Notifications(assembly::ComponentContext context)
    : m_context(std::move(context))
    , m_messages(m_context.database)
{
    serve(u"GET /messages"_s, this, &Notifications::list);
    consume(u"order.placed"_s, this, &Notifications::orderPlaced);
    consume(u"shipment.created"_s, this, &Notifications::shipmentCreated);
}

QCoro::Task<Result<Reply>> Notifications::list(Request request)
{
    const auto session
        = session::verify(request.context.session, m_context.sessionKey, m_context.clock.wallTime());
    if (!session)
        co_return failure(session.error());
    const auto messages = m_messages.list(session->account, request.query.value(u"order"_s));
    if (!messages)
        co_return failure(messages.error());
    QJsonArray items;
    for (const auto &message : *messages)
        items.append(toJson(message));
    co_return Reply::json(QJsonObject{{u"items"_s, items}});
}

QCoro::Task<Result<void>> Notifications::orderPlaced(contract::Event event, contract::RequestContext)
{
    const auto placed = events::orderPlaced(event.payload);
    if (!placed)
        co_return failure(placed.error());
    co_return send(event, confirmation(*placed));
}

QCoro::Task<Result<void>> Notifications::shipmentCreated(contract::Event event, contract::RequestContext)
{
    const auto created = events::shipmentCreated(event.payload);
    if (!created)
        co_return failure(created.error());
    co_return send(event, shippingNotice(*created));
}

Result<void> Notifications::send(const contract::Event &cause, Message message)
{
    message.id = u"m-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    message.sentAt = m_context.clock.wallTime();
    return m_context.database.transaction([&]() -> Result<void> {
        const auto isNew = m_context.inbox.remember(cause.id, u"notifications"_s);
        if (!isNew)
            return failure(isNew.error());
        if (!*isNew)
            return {};
        return m_messages.add(message);
    });
}

} // namespace services::shop::notifications
