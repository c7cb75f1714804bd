// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace app::wording {

using namespace Qt::StringLiterals;

namespace {

// The shop's endpoints. {names} stand for facts; a deed whose facts are not there is said without them.
struct DeedWords
{
    const char *endpoint;
    const char *full;
    const char *brief;
};

constexpr DeedWords deeds[] = {
    {"storefront GET /", QT_TRANSLATE_NOOP("Requests", "show the shop"), nullptr},
    {"storefront GET /home", QT_TRANSLATE_NOOP("Requests", "show the front page"), nullptr},
    {"storefront POST /api/accounts", QT_TRANSLATE_NOOP("Requests", "open an account"), nullptr},
    {"storefront POST /api/sessions", QT_TRANSLATE_NOOP("Requests", "log in"), nullptr},
    {"storefront DELETE /api/sessions/current", QT_TRANSLATE_NOOP("Requests", "log out"), nullptr},
    {"storefront GET /api/accounts/me", QT_TRANSLATE_NOOP("Requests", "show the account"), nullptr},
    {"storefront GET /api/products", QT_TRANSLATE_NOOP("Requests", "show a page of products"), nullptr},
    {"storefront GET /api/products/{id}", QT_TRANSLATE_NOOP("Requests", "show product {id}"),
     QT_TRANSLATE_NOOP("Requests", "show a product")},
    {"storefront GET /api/products/{id}/picture", QT_TRANSLATE_NOOP("Requests", "show the picture of {id}"),
     QT_TRANSLATE_NOOP("Requests", "show a picture")},
    {"storefront GET /api/search", QT_TRANSLATE_NOOP("Requests", "search for “{q}”"),
     QT_TRANSLATE_NOOP("Requests", "search")},
    {"storefront GET /api/recommendations", QT_TRANSLATE_NOOP("Requests", "suggest what goes with {product}"),
     QT_TRANSLATE_NOOP("Requests", "suggest something")},
    {"storefront GET /api/cart", QT_TRANSLATE_NOOP("Requests", "show the cart"), nullptr},
    {"storefront PUT /api/cart/items/{product}",
     QT_TRANSLATE_NOOP("Requests", "put {quantity} × {product} into the cart"),
     QT_TRANSLATE_NOOP("Requests", "put something into the cart")},
    {"storefront DELETE /api/cart/items/{product}",
     QT_TRANSLATE_NOOP("Requests", "take {product} out of the cart"),
     QT_TRANSLATE_NOOP("Requests", "take something out of the cart")},
    {"storefront POST /api/orders", QT_TRANSLATE_NOOP("Requests", "check out"), nullptr},
    {"storefront GET /api/orders", QT_TRANSLATE_NOOP("Requests", "show the customer's orders"), nullptr},
    {"storefront GET /api/orders/{id}", QT_TRANSLATE_NOOP("Requests", "show one order"), nullptr},
    {"storefront GET /api/messages", QT_TRANSLATE_NOOP("Requests", "show the receipt"), nullptr},
    {"storefront GET /api/shipments", QT_TRANSLATE_NOOP("Requests", "say where the parcels are"), nullptr},
    {"accounts POST /accounts", QT_TRANSLATE_NOOP("Requests", "register a customer"), nullptr},
    {"accounts POST /sessions", QT_TRANSLATE_NOOP("Requests", "check a password"), nullptr},
    {"accounts DELETE /sessions/current", QT_TRANSLATE_NOOP("Requests", "end a session"), nullptr},
    {"accounts GET /accounts/me", QT_TRANSLATE_NOOP("Requests", "show the account"), nullptr},
    {"catalogue GET /products", QT_TRANSLATE_NOOP("Requests", "list products"), nullptr},
    {"catalogue GET /products/{id}", QT_TRANSLATE_NOOP("Requests", "tell all about product {id}"),
     QT_TRANSLATE_NOOP("Requests", "tell all about a product")},
    {"catalogue PUT /products/{id}", QT_TRANSLATE_NOOP("Requests", "change product {id}"),
     QT_TRANSLATE_NOOP("Requests", "change a product")},
    {"catalogue GET /products/{id}/picture", QT_TRANSLATE_NOOP("Requests", "draw the picture of {id}"),
     QT_TRANSLATE_NOOP("Requests", "draw a picture")},
    {"search GET /search", QT_TRANSLATE_NOOP("Requests", "find “{q}”"),
     QT_TRANSLATE_NOOP("Requests", "find products")},
    {"recommendations GET /recommendations",
     QT_TRANSLATE_NOOP("Requests", "suggest what goes with {product}"),
     QT_TRANSLATE_NOOP("Requests", "suggest something")},
    {"cart GET /cart", QT_TRANSLATE_NOOP("Requests", "show the cart"), nullptr},
    {"cart PUT /cart/items/{product}",
     QT_TRANSLATE_NOOP("Requests", "remember {quantity} × {product} for the customer"),
     QT_TRANSLATE_NOOP("Requests", "remember a product for the customer")},
    {"cart DELETE /cart/items/{product}", QT_TRANSLATE_NOOP("Requests", "forget {product}"),
     QT_TRANSLATE_NOOP("Requests", "forget a product")},
    {"orders POST /orders", QT_TRANSLATE_NOOP("Requests", "turn the cart into an order"), nullptr},
    {"orders GET /orders", QT_TRANSLATE_NOOP("Requests", "list the customer's orders"), nullptr},
    {"orders GET /orders/{id}", QT_TRANSLATE_NOOP("Requests", "show one order"), nullptr},
    {"payments POST /charges", QT_TRANSLATE_NOOP("Requests", "charge {amount}"),
     QT_TRANSLATE_NOOP("Requests", "charge the card")},
    {"payments GET /charges/{id}", QT_TRANSLATE_NOOP("Requests", "show a charge"), nullptr},
    {"payments POST /charges/{id}/refund", QT_TRANSLATE_NOOP("Requests", "give {amount} back"),
     QT_TRANSLATE_NOOP("Requests", "give the money back")},
    {"inventory GET /stock/{product}", QT_TRANSLATE_NOOP("Requests", "count what is left of {product}"),
     QT_TRANSLATE_NOOP("Requests", "count what is left")},
    {"inventory POST /reservations", QT_TRANSLATE_NOOP("Requests", "set the goods aside"), nullptr},
    {"inventory POST /reservations/{id}/commit", QT_TRANSLATE_NOOP("Requests", "take the goods out of stock"),
     nullptr},
    {"inventory DELETE /reservations/{id}", QT_TRANSLATE_NOOP("Requests", "put the goods back"), nullptr},
    {"shipping GET /shipments", QT_TRANSLATE_NOOP("Requests", "list the parcels"), nullptr},
    {"notifications GET /messages", QT_TRANSLATE_NOOP("Requests", "list the mail to the customer"), nullptr},
};

QString ofRequests(const char *text)
{
    return QCoreApplication::translate("Requests", text);
}

const DeedWords *wordsOf(const QString &endpoint)
{
    static const auto index = [] {
        QHash<QString, const DeedWords *> all;
        for (const auto &each : deeds)
            all.insert(QString::fromLatin1(each.endpoint), &each);
        return all;
    }();
    return index.value(endpoint);
}

} // namespace

QString fact(const QString &name, const QString &value)
{
    bool isNumber = false;
    const auto cents = value.toLongLong(&isNumber);
    if (name == u"amount"_s && isNumber)
        return QLocale().toString(static_cast<double>(cents) / 100, 'f', 2);
    return value;
}

QString deed(const model::system::EndpointId &endpoint, const Facts &facts)
{
    const auto *words = wordsOf(u"%1 %2"_s.arg(endpoint.capability.value, endpoint.operation));
    if (words == nullptr)
        return QCoreApplication::translate("Requests", "answer %1").arg(endpoint.operation);
    QString said = ofRequests(words->full);
    for (auto each = facts.begin(); each != facts.end(); ++each)
        said.replace(u'{' + each.key() + u'}', fact(each.key(), each.value()));
    return said.contains(u'{') && words->brief != nullptr ? ofRequests(words->brief) : said;
}

QString news(const QString &topic)
{
    if (topic == u"order.placed"_s)
        return QCoreApplication::translate("Requests", "that an order was placed");
    if (topic == u"shipment.created"_s)
        return QCoreApplication::translate("Requests", "that a parcel is on its way");
    if (topic == u"product.changed"_s)
        return QCoreApplication::translate("Requests", "that a product has changed");
    return QCoreApplication::translate("Requests", "of %1").arg(topic);
}

} // namespace app::wording
