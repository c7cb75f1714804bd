// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "search.h"

#include <services/shop/events/productchanged.h>
#include <services/shop/events/publishing.h>
#include <services/shop/input/fields.h>

namespace services::shop::search {

using namespace Qt::StringLiterals;
using contract::failure;
using contract::Kind;

Search::Search(assembly::ComponentContext context)
    : m_context(std::move(context))
    , m_index(m_context.database)
{
    serve(u"GET /search"_s, this, &Search::find);
    consume(u"product.changed"_s, this, &Search::productChanged);
}

QCoro::Task<Result<Reply>> Search::find(Request request)
{
    const auto text = request.query.find(u"q"_s);
    if (text == request.query.end())
        co_return failure(Kind::InvalidInput, u"Say in q what to look for"_s, u"q"_s);
    const auto limit = input::number(request.query, u"limit"_s, {1, 100}, 20);
    if (!limit)
        co_return failure(limit.error());
    const auto found = m_index.findAsJson(*text, static_cast<int>(*limit));
    if (!found)
        co_return failure(found.error());
    co_return Reply::jsonText(*found);
}

// A message that cannot be read is refused, for the broker to set it aside, where somebody can look at it.
QCoro::Task<Result<void>> Search::productChanged(contract::Event event, contract::RequestContext)
{
    const auto product = events::productChanged(event.payload);
    if (!product)
        co_return failure(product.error());
    co_return m_context.database.transaction([&]() -> Result<void> {
        const auto isNew = m_context.inbox.remember(event.id, u"search"_s);
        if (!isNew)
            return failure(isNew.error());
        if (!*isNew)
            return {};
        const auto put = m_index.put({product->id, product->name, product->description, product->category,
                                      product->price, product->currency, product->version});
        return put ? Result<void>() : failure(put.error());
    });
}

} // namespace services::shop::search
