// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory.h"

#include <services/shop/calendar/calendar.h>
#include <services/shop/input/fields.h>
#include <services/shop/input/key.h>

#include <QJsonArray>
#include <QLoggingCategory>

#include <algorithm>

namespace services::shop::inventory {

using namespace Qt::StringLiterals;
using contract::failure;
using contract::Kind;

Q_LOGGING_CATEGORY(shopInventory, "faultline.shop.inventory", QtWarningMsg)

namespace {

constexpr input::Range idLength{1, 100};
constexpr input::Range quantities{1, 1'000'000};
constexpr qsizetype mostItems = 200;

QJsonObject toJson(const Reservation &reservation)
{
    QJsonArray items;
    for (const auto &[product, quantity] : reservation.items)
        items.append(QJsonObject{{u"product"_s, product}, {u"quantity"_s, qint64{quantity}}});
    return {{u"id"_s, reservation.id},
            {u"order"_s, reservation.order},
            {u"items"_s, items},
            {u"state"_s, word(reservation.state)},
            {u"expiresAt"_s, calendar::text(reservation.expiresAt)}};
}

Result<Portion> portionOf(const QJsonValue &value, qsizetype index)
{
    input::Fields fields(value.toObject());
    const Portion portion{.product = fields.text(u"product"_s, idLength),
                          .quantity = fields.integer(u"quantity"_s, quantities)};
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(Kind::InvalidInput, u"Item %1: %2"_s.arg(index + 1).arg(verdict.error().message),
                       u"/items/%1%2"_s.arg(index).arg(verdict.error().subject));
    return portion;
}

// In the order of their products, so that equal reservations are equal and no two wait for each other.
Result<std::vector<Portion>> portionsOf(const QJsonValue &value)
{
    const auto array = value.toArray();
    if (array.isEmpty() || array.size() > mostItems)
        return failure(Kind::InvalidInput, u"items must be a list of 1 to %1"_s.arg(mostItems), u"/items"_s);
    std::vector<Portion> portions;
    for (qsizetype index = 0; index < array.size(); ++index) {
        auto portion = portionOf(array.at(index), index);
        if (!portion)
            return failure(portion.error());
        portions.push_back(std::move(*portion));
    }
    std::ranges::sort(portions, {}, &Portion::product);
    if (std::ranges::adjacent_find(portions, {}, &Portion::product) != portions.end())
        return failure(Kind::InvalidInput, u"items must name each product once"_s, u"/items"_s);
    return portions;
}

} // namespace

Inventory::Inventory(assembly::ComponentContext context)
    : m_context(std::move(context))
    , m_warehouse(m_context.database, input::Repeats(m_context.safeguards))
{
    serve(u"GET /stock/{product}"_s, this, &Inventory::showStock);
    serve(u"POST /reservations"_s, this, &Inventory::reserve);
    serve(u"POST /reservations/{id}/commit"_s, this, &Inventory::commit);
    serve(u"DELETE /reservations/{id}"_s, this, &Inventory::release);
    expireLater();
}

Inventory::~Inventory()
{
    m_context.timers.cancel(m_expiry);
}

QCoro::Task<Result<Reply>> Inventory::showStock(Request request)
{
    const auto stock = m_warehouse.stock(request.path.value(u"product"_s));
    if (!stock)
        co_return failure(stock.error());
    co_return Reply::json(QJsonObject{{u"product"_s, stock->product},
                                      {u"available"_s, qint64{stock->available}},
                                      {u"held"_s, qint64{stock->held}},
                                      {u"sold"_s, qint64{stock->sold}}});
}

QCoro::Task<Result<Reply>> Inventory::reserve(Request request)
{
    const auto wanted = wantedOf(request);
    if (!wanted)
        co_return failure(wanted.error());
    const auto reservation = m_warehouse.reserve(*wanted);
    if (!reservation)
        co_return failure(reservation.error());
    auto reply = Reply::json(toJson(*reservation), 201);
    reply.location = "/reservations/" + reservation->id.toLatin1();
    co_return reply;
}

Result<Reservation> Inventory::wantedOf(const Request &request) const
{
    const auto key = input::idempotencyKey(request);
    if (!key)
        return failure(key.error());
    const auto body = input::jsonObject(request);
    if (!body)
        return failure(body.error());
    input::Fields fields(*body);
    const QString order = fields.text(u"order"_s, idLength);
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(verdict.error());
    auto items = portionsOf(body->value(u"items"_s));
    if (!items)
        return failure(items.error());
    return Reservation{.id = *key,
                       .order = order,
                       .items = std::move(*items),
                       .state = State::Held,
                       .expiresAt = m_context.clock.wallTime() + reservationLifetime};
}

QCoro::Task<Result<Reply>> Inventory::commit(Request request)
{
    const auto reservation = m_warehouse.commit(request.path.value(u"id"_s));
    if (!reservation)
        co_return failure(reservation.error());
    co_return Reply::json(toJson(*reservation));
}

QCoro::Task<Result<Reply>> Inventory::release(Request request)
{
    const QString id = request.path.value(u"id"_s);
    const bool callOff = !id.isEmpty() && QString::fromLatin1(request.context.idempotencyKey) == id;
    if (const auto released = m_warehouse.release(id, callOff); !released)
        co_return failure(released.error());
    co_return Reply::noContent();
}

void Inventory::expireLater()
{
    m_expiry = m_context.timers.after(expiryInterval, [this] {
        const auto expired = m_warehouse.expire(m_context.clock.wallTime());
        std::ignore = m_context.database.takeToll(); // nobody waits for this
        if (!expired && expired.error().kind == Kind::Cancelled)
            return;
        if (!expired)
            qCWarning(shopInventory).noquote()
                << "Forgotten reservations stay held for now:" << expired.error().message;
        else if (*expired > 0)
            qCInfo(shopInventory) << *expired << "forgotten reservations were let go";
        expireLater();
    });
}

} // namespace services::shop::inventory
