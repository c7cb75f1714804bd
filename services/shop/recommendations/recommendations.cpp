// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "recommendations.h"

#include <services/shop/events/orderplaced.h>
#include <services/shop/events/publishing.h>
#include <services/shop/input/fields.h>

#include <QJsonArray>
#include <QLoggingCategory>

namespace services::shop::recommendations {

using namespace Qt::StringLiterals;
using contract::failure;
using contract::Kind;

namespace {

Q_LOGGING_CATEGORY(log, "faultline.shop.recommendations")

QJsonObject toJson(const Suggestion &suggestion)
{
    const bool together = suggestion.reason == Reason::BoughtTogether;
    return {{u"id"_s, suggestion.product},
            {u"name"_s, suggestion.name},
            {u"price"_s, static_cast<qint64>(suggestion.price)},
            {u"currency"_s, suggestion.currency},
            {u"reason"_s, together ? u"bought-together"_s : u"best-seller"_s}};
}

Request productRequest(const QString &product, const Request &cause)
{
    Request request;
    request.endpoint = {{u"catalogue"_s}, u"GET /products/{id}"_s};
    request.path.insert(u"id"_s, product);
    request.context = cause.context;
    request.context.idempotencyKey.clear();
    return request;
}

// The suggestion with the name and price that the catalogue tells today.
Suggestion refreshed(Suggestion seen, const Reply &reply)
{
    const auto product = QJsonDocument::fromJson(reply.body).object();
    seen.name = product.value(u"name"_s).toString(seen.name);
    seen.price = product.value(u"price"_s).toInteger(seen.price);
    seen.currency = product.value(u"currency"_s).toString(seen.currency);
    return seen;
}

bool isSame(const Suggestion &a, const Suggestion &b)
{
    return a.name == b.name && a.price == b.price && a.currency == b.currency;
}

} // namespace

Recommendations::Recommendations(assembly::ComponentContext context)
    : m_context(std::move(context))
    , m_purchases(m_context.database)
{
    serve(u"GET /recommendations"_s, this, &Recommendations::recommend);
    consume(u"order.placed"_s, this, &Recommendations::orderPlaced);
}

QCoro::Task<Result<Reply>> Recommendations::recommend(Request request)
{
    const auto limit = input::number(request.query, u"limit"_s, {1, 12}, 4);
    if (!limit)
        co_return failure(limit.error());
    const auto known = m_purchases.suggest(request.query.value(u"product"_s), static_cast<int>(*limit));
    if (!known)
        co_return failure(known.error());
    // All questions are asked before the first answer is awaited, so that they take the time of one.
    std::vector<QCoro::Task<Result<Reply>>> questions;
    for (const auto &suggestion : *known)
        questions.push_back(m_context.calls.call(productRequest(suggestion.product, request)));
    std::vector<Result<Reply>> answers;
    for (auto &question : questions) {
        auto answer = co_await question;
        answers.push_back(std::move(answer));
    }
    co_return reply(*known, answers);
}

Result<Reply> Recommendations::reply(const std::vector<Suggestion> &known,
                                     const std::vector<Result<Reply>> &answers)
{
    bool asLastSeen = false;
    QJsonArray items;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const auto &answer = answers[i];
        if (!answer && answer.error().kind == Kind::Cancelled)
            return failure(answer.error());
        if (!answer && answer.error().kind == Kind::NotFound)
            continue; // no longer sold
        asLastSeen = asLastSeen || !answer || !answer->degraded.isEmpty();
        items.append(toJson(answer ? learn(known[i], *answer) : known[i]));
    }
    QJsonObject object;
    object.insert(u"items"_s, items);
    auto reply = Reply::json(object);
    if (asLastSeen)
        reply.degraded = u"names as last seen"_s;
    return reply;
}

Suggestion Recommendations::learn(const Suggestion &known, const Reply &answer)
{
    auto current = refreshed(known, answer);
    if (isSame(current, known))
        return current;
    if (const auto seen = m_purchases.see(current); !seen)
        qCWarning(log) << "could not remember the name of" << current.product << seen.error().message;
    return current;
}

// A message that cannot be read is refused, for the broker to set it aside, where somebody can look at it.
QCoro::Task<Result<void>> Recommendations::orderPlaced(contract::Event event, contract::RequestContext)
{
    const auto order = events::orderPlaced(event.payload);
    if (!order)
        co_return failure(order.error());
    co_return m_context.database.transaction([&]() -> Result<void> {
        const auto isNew = m_context.inbox.remember(event.id, u"recommendations"_s);
        if (!isNew)
            return failure(isNew.error());
        return *isNew ? m_purchases.record(*order) : Result<void>();
    });
}

} // namespace services::shop::recommendations
