// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "passages.h"

namespace services::shop::storefront {

using namespace Qt::StringLiterals;

std::vector<Passage> passages()
{
    return {
        {u"POST /api/accounts"_s, {{u"accounts"_s}, u"POST /accounts"_s}},
        {u"GET /api/accounts/me"_s, {{u"accounts"_s}, u"GET /accounts/me"_s}},
        {u"POST /api/sessions"_s, {{u"accounts"_s}, u"POST /sessions"_s}},
        {u"DELETE /api/sessions/current"_s, {{u"accounts"_s}, u"DELETE /sessions/current"_s}},
        {u"GET /api/products"_s, productsEndpoint()},
        {u"GET /api/products/{id}"_s, {{u"catalogue"_s}, u"GET /products/{id}"_s}},
        {u"GET /api/products/{id}/picture"_s, {{u"catalogue"_s}, u"GET /products/{id}/picture"_s}},
        {u"GET /api/cart"_s, {{u"cart"_s}, u"GET /cart"_s}},
        {u"PUT /api/cart/items/{product}"_s, {{u"cart"_s}, u"PUT /cart/items/{product}"_s}},
        {u"DELETE /api/cart/items/{product}"_s, {{u"cart"_s}, u"DELETE /cart/items/{product}"_s}},
        {u"POST /api/orders"_s, {{u"orders"_s}, u"POST /orders"_s}},
        {u"GET /api/orders"_s, {{u"orders"_s}, u"GET /orders"_s}},
        {u"GET /api/orders/{id}"_s, {{u"orders"_s}, u"GET /orders/{id}"_s}},
        {u"GET /api/messages"_s, {{u"notifications"_s}, u"GET /messages"_s}},
    };
}

model::system::EndpointId searchEndpoint()
{
    return {{u"search"_s}, u"GET /search"_s};
}
model::system::EndpointId recommendationsEndpoint()
{
    return {{u"recommendations"_s}, u"GET /recommendations"_s};
}
model::system::EndpointId shipmentsEndpoint()
{
    return {{u"shipping"_s}, u"GET /shipments"_s};
}
model::system::EndpointId productsEndpoint()
{
    return {{u"catalogue"_s}, u"GET /products"_s};
}

} // namespace services::shop::storefront
