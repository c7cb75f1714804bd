// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefront.h"

#include "home.h"
#include "page.h"
#include "passages.h"

#include <services/shop/input/fields.h>
#include <services/shop/session/session.h>

#include <QJsonArray>

#include <algorithm>

namespace services::shop::storefront {

using namespace Qt::StringLiterals;
using contract::failure;

namespace {

constexpr int rememberedBytes = 1024 * 1024;
constexpr qsizetype longestQuestion = 100; // characters; longer ones are not worth remembering

Request to(const model::system::EndpointId &endpoint, const contract::RequestContext &context)
{
    Request request;
    request.endpoint = endpoint;
    request.context = context;
    return request;
}

Reply itemsReply(const QJsonArray &items)
{
    QJsonObject answer;
    answer.insert(u"items"_s, items);
    answer.insert(u"total"_s, items.size());
    return Reply::json(answer);
}

QJsonArray first(const QJsonArray &items, qsizetype count)
{
    QJsonArray some;
    for (qsizetype i = 0; i < std::min(count, items.size()); ++i)
        some.append(items.at(i));
    return some;
}

bool mayStandIn(const Result<Reply> &answer)
{
    return !answer && input::isAway(answer.error().kind);
}

} // namespace

Storefront::Storefront(assembly::ComponentContext context)
    : m_context(std::move(context))
    , m_remembered(rememberedBytes)
    , m_page(webPage())
{
    serve(u"GET /"_s, this, &Storefront::page);
    serve(u"GET /home"_s, this, &Storefront::home);
    serve(u"GET /api/search"_s, this, &Storefront::search);
    serve(u"GET /api/recommendations"_s, this, &Storefront::recommendations);
    serve(u"GET /api/shipments"_s, this, &Storefront::shipments);
    for (const auto &passage : passages()) {
        m_passages.insert(passage.operation, passage.to);
        serve(passage.operation, this, &Storefront::forward);
    }
}

QCoro::Task<Result<Reply>> Storefront::page(Request)
{
    Reply reply;
    reply.mediaType = "text/html; charset=utf-8";
    reply.body = m_page;
    reply.cacheControl = "no-cache";
    co_return reply;
}

// The capabilities' own paths become paths of this door, so that what was created can be found through it.
QCoro::Task<Result<Reply>> Storefront::forward(Request request)
{
    request.endpoint = m_passages.value(request.endpoint.operation);
    auto answer = co_await m_context.calls.call(std::move(request));
    if (answer && answer->location.startsWith('/'))
        answer->location.prepend("/api");
    co_return answer;
}

QCoro::Task<Result<Reply>> Storefront::search(Request request)
{
    const QString question = request.query.value(u"q"_s).simplified().toCaseFolded();
    const QString key = request.query.value(u"limit"_s) + u' ' + question;
    request.endpoint = searchEndpoint();
    auto answer = co_await m_context.calls.call(std::move(request));
    if (answer && question.size() <= longestQuestion)
        m_remembered.remember(key, answer->body);
    if (!mayStandIn(answer))
        co_return answer;
    auto remembered = itemsReply({});
    remembered.body = m_remembered.recall(key).value_or(remembered.body);
    remembered.degraded = u"remembered answers"_s;
    co_return remembered;
}

QCoro::Task<Result<Reply>> Storefront::recommendations(Request request)
{
    request.endpoint = recommendationsEndpoint();
    auto answer = co_await m_context.calls.call(std::move(request));
    if (!mayStandIn(answer))
        co_return answer;
    auto best = itemsReply(first(bestSellers(), 4));
    best.degraded = u"best sellers"_s;
    co_return best;
}

QCoro::Task<Result<Reply>> Storefront::shipments(Request request)
{
    request.endpoint = shipmentsEndpoint();
    auto answer = co_await m_context.calls.call(std::move(request));
    if (!mayStandIn(answer))
        co_return answer;
    auto none = itemsReply({});
    none.degraded = u"no tracking yet"_s;
    co_return none;
}

// Both questions are asked before the first answer is awaited, so that they take the time of the slower one.
QCoro::Task<Result<Reply>> Storefront::home(Request request)
{
    auto shelf = to(productsEndpoint(), request.context);
    shelf.query.insert(u"size"_s, u"8"_s);
    auto shelfTask = m_context.calls.call(std::move(shelf));
    auto suggestionsTask = m_context.calls.call(to(recommendationsEndpoint(), request.context));
    const auto shelfAnswer = co_await shelfTask;
    const auto suggestionsAnswer = co_await suggestionsTask;
    const auto featured = sectionOf(shelfAnswer, {{}, u"an empty shelf"_s});
    if (!featured)
        co_return failure(featured.error());
    const auto suggestions = sectionOf(suggestionsAnswer, {first(bestSellers(), 4), u"best sellers"_s});
    if (!suggestions)
        co_return failure(suggestions.error());
    co_return homeReply(greetingFor(request), *featured, *suggestions);
}

QString Storefront::greetingFor(const Request &request) const
{
    const auto &token = request.context.session;
    const auto session = session::verify(token, m_context.sessionKey, m_context.clock.wallTime());
    return session ? u"Good to see you, %1"_s.arg(session->name) : u"Welcome"_s;
}

} // namespace services::shop::storefront
