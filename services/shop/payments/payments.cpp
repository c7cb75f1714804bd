// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "payments.h"

#include "card.h"

#include <services/shop/calendar/calendar.h>
#include <services/shop/input/fields.h>
#include <services/shop/input/key.h>

#include <QUuid>

namespace services::shop::payments {

using namespace Qt::StringLiterals;
using contract::failure;
using contract::Kind;

namespace {

constexpr input::Range idLength{1, 100};
constexpr input::Range amounts{0, 100'000'000'000}; // cents

QJsonObject toJson(const Charge &charge)
{
    return {{u"id"_s, charge.id},
            {u"order"_s, charge.order},
            {u"amount"_s, qint64{charge.amount}},
            {u"currency"_s, charge.currency},
            {u"lastDigits"_s, charge.lastDigits},
            {u"state"_s, word(charge.state)},
            {u"reason"_s, charge.reason},
            {u"createdAt"_s, calendar::text(charge.createdAt)}};
}

} // namespace

Payments::Payments(assembly::ComponentContext context)
    : m_context(std::move(context))
    , m_charges(m_context.database)
    , m_repeats(m_context.safeguards)
{
    serve(u"POST /charges"_s, this, &Payments::charge);
    serve(u"GET /charges/{id}"_s, this, &Payments::show);
    serve(u"POST /charges/{id}/refund"_s, this, &Payments::refund);
}

QCoro::Task<Result<Reply>> Payments::charge(Request request)
{
    const auto demand = demandOf(request);
    if (!demand)
        co_return failure(demand.error());
    const auto charge
        = m_context.database.transaction([&]() -> Result<Charge> { return chargeOnce(*demand); });
    if (!charge)
        co_return failure(charge.error());
    if (charge->state == State::Declined)
        co_return failure(Kind::Declined, charge->reason, u"/card"_s);
    auto reply = Reply::json(toJson(*charge), 201);
    reply.location = "/charges/" + charge->id.toLatin1();
    co_return reply;
}

Result<Payments::Demand> Payments::demandOf(const Request &request) const
{
    const auto key = input::idempotencyKey(request);
    if (!key)
        return failure(key.error());
    const auto body = input::jsonObject(request);
    if (!body)
        return failure(body.error());
    input::Fields fields(*body);
    Demand demand{.id = *key,
                  .order = fields.text(u"order"_s, idLength),
                  .amount = fields.integer(u"amount"_s, amounts),
                  .card = fields.text(u"card"_s, {1, 40})};
    const auto number = cardNumber(demand.card);
    if (!number)
        fields.reject(u"card"_s, u"must be the number of a card"_s);
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(verdict.error());
    demand.card = *number;
    return demand;
}

Result<Charge> Payments::chargeOnce(Demand demand)
{
    const auto known
        = m_repeats.recognised(demand.id, [this](const QString &id) { return m_charges.find(id); });
    if (!known)
        return failure(known.error());
    if (*known && (*known)->state == State::Cancelled)
        return failure(Kind::Conflict, u"This charge was called off before it arrived"_s, demand.id);
    if (*known) {
        const Charge &charge = **known;
        const bool isSame = charge.order == demand.order && charge.amount == demand.amount
            && charge.cardDigest == digestOfCard(demand.card, charge.cardSalt);
        return isSame
            ? Result<Charge>(charge)
            : failure(Kind::Conflict, u"This key stands for another charge: use a new one"_s, demand.id);
    }
    const auto reason = declineReason(demand.card);
    const QByteArray salt = QUuid::createUuid().toRfc4122();
    const Charge charge{.id = demand.id,
                        .order = demand.order,
                        .amount = demand.amount,
                        .currency = u"EUR"_s,
                        .lastDigits = demand.card.last(4),
                        .cardSalt = salt,
                        .cardDigest = digestOfCard(demand.card, salt),
                        .state = reason ? State::Declined : State::Captured,
                        .reason = reason.value_or(QString()),
                        .createdAt = m_context.clock.wallTime()};
    const auto added = m_charges.add(charge);
    return added ? Result<Charge>(charge) : failure(added.error());
}

QCoro::Task<Result<Reply>> Payments::show(Request request)
{
    const QString id = request.path.value(u"id"_s);
    const auto charge = m_charges.find(id);
    if (!charge)
        co_return failure(charge.error());
    if (!charge->has_value())
        co_return failure(Kind::NotFound, u"There is no such charge"_s, id);
    co_return Reply::json(toJson(**charge));
}

QCoro::Task<Result<Reply>> Payments::refund(Request request)
{
    const QString id = request.path.value(u"id"_s);
    const bool callOff = !id.isEmpty() && QString::fromLatin1(request.context.idempotencyKey) == id;
    const auto charge
        = m_context.database.transaction([&]() -> Result<Charge> { return refundOnce(id, callOff); });
    if (!charge)
        co_return failure(charge.error());
    co_return Reply::json(toJson(*charge));
}

Result<Charge> Payments::refundOnce(const QString &id, bool callOff)
{
    const auto known = m_charges.find(id);
    if (!known)
        return failure(known.error());
    if (!known->has_value() && !callOff)
        return failure(Kind::NotFound, u"There is no such charge"_s, id);
    Charge charge = known->value_or(Charge{.id = id,
                                           .order = {},
                                           .amount = 0,
                                           .currency = u"EUR"_s,
                                           .lastDigits = {},
                                           .cardSalt = {},
                                           .cardDigest = {},
                                           .state = State::Cancelled,
                                           .reason = {},
                                           .createdAt = m_context.clock.wallTime()});
    if (charge.state == State::Declined && !callOff)
        return failure(Kind::Conflict, u"A declined charge took no money"_s, id);
    if (charge.state == State::Captured)
        charge.state = State::Refunded;
    const auto written = known->has_value() ? m_charges.changeState(id, charge.state) : m_charges.add(charge);
    return written ? Result<Charge>(charge) : failure(written.error());
}

} // namespace services::shop::payments
