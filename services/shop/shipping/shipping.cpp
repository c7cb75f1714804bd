// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shipping.h"

#include <services/shop/calendar/calendar.h>
#include <services/shop/events/publishing.h>
#include <services/shop/events/shipmentcreated.h>
#include <services/shop/session/session.h>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QUuid>

namespace services::shop::shipping {

using namespace Qt::StringLiterals;
using contract::failure;

namespace {

// Twelve letters and digits which follow from the order, as a carrier would print them.
QString trackingOf(const QString &order)
{
    const auto digest = QCryptographicHash::hash(order.toUtf8(), QCryptographicHash::Sha256);
    return u"FP"_s + QString::fromLatin1(digest.toHex().first(10).toUpper());
}

QJsonObject toJson(const Shipment &shipment)
{
    return {{u"id"_s, shipment.id},
            {u"order"_s, shipment.order},
            {u"carrier"_s, shipment.carrier},
            {u"tracking"_s, shipment.tracking},
            {u"createdAt"_s, calendar::text(shipment.createdAt)}};
}

} // namespace

Shipping::Shipping(assembly::ComponentContext context)
    : m_context(std::move(context))
    , m_shipments(m_context.database)
{
    serve(u"GET /shipments"_s, this, &Shipping::list);
    consume(u"order.placed"_s, this, &Shipping::orderPlaced);
}

QCoro::Task<Result<Reply>> Shipping::list(Request request)
{
    const auto session
        = session::verify(request.context.session, m_context.sessionKey, m_context.clock.wallTime());
    if (!session)
        co_return failure(session.error());
    const auto shipments = m_shipments.list(session->account, request.query.value(u"order"_s));
    if (!shipments)
        co_return failure(shipments.error());
    QJsonArray items;
    for (const auto &shipment : *shipments)
        items.append(toJson(shipment));
    co_return Reply::json(QJsonObject{{u"items"_s, items}});
}

QCoro::Task<Result<void>> Shipping::orderPlaced(contract::Event event, contract::RequestContext)
{
    const auto placed = events::orderPlaced(event.payload);
    if (!placed)
        co_return failure(placed.error());
    co_return m_context.database.transaction([&] { return ship(event, *placed); });
}

Result<void> Shipping::ship(const contract::Event &cause, const events::OrderPlaced &placed)
{
    const auto isNew = m_context.inbox.remember(cause.id, u"shipping"_s);
    if (!isNew)
        return failure(isNew.error());
    if (!*isNew)
        return {};
    const Shipment shipment{.id = u"sh-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces),
                            .order = placed.order,
                            .account = placed.account,
                            .carrier = u"Fault Line Parcels"_s,
                            .tracking = trackingOf(placed.order),
                            .createdAt = m_context.clock.wallTime()};
    if (const auto added = m_shipments.add(shipment); !added)
        return added;
    const events::ShipmentCreated created{.shipment = shipment.id,
                                          .order = placed.order,
                                          .account = placed.account,
                                          .email = placed.email,
                                          .carrier = shipment.carrier,
                                          .tracking = shipment.tracking};
    auto news = events::makeEvent(u"shipment.created"_s, placed.order, events::toPayload(created),
                                  shipment.createdAt);
    news.trace = cause.trace;
    return m_context.outbox.append(news);
}

} // namespace services::shop::shipping
