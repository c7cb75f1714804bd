// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "home.h"

#include <services/shop/input/fields.h>
#include <services/shop/seed/product.h>

#include <QJsonDocument>

namespace services::shop::storefront {

using namespace Qt::StringLiterals;
using contract::failure;

namespace {

QJsonObject toJson(const Section &section)
{
    return {{u"items"_s, section.items}, {u"degraded"_s, section.degraded}};
}

} // namespace

contract::Result<Section> sectionOf(const contract::Result<contract::Reply> &answer, Section otherwise)
{
    if (!answer && !input::isAway(answer.error().kind))
        return failure(answer.error());
    if (!answer)
        return otherwise;
    return Section{QJsonDocument::fromJson(answer->body).object().value(u"items"_s).toArray(),
                   answer->degraded};
}

contract::Reply homeReply(const QString &greeting, const Section &featured, const Section &suggestions)
{
    QStringList degraded{featured.degraded, suggestions.degraded};
    degraded.removeAll(QString());
    auto reply = contract::Reply::json(QJsonObject{{u"greeting"_s, greeting},
                                                   {u"featured"_s, toJson(featured)},
                                                   {u"suggestions"_s, toJson(suggestions)}});
    reply.degraded = degraded.join(u", "_s);
    return reply;
}

QJsonArray bestSellers()
{
    QJsonArray items;
    for (const auto &product : seed::bestSellers()) {
        items.append(QJsonObject{{u"id"_s, product.id},
                                 {u"name"_s, product.name},
                                 {u"price"_s, qint64{product.price}},
                                 {u"currency"_s, seed::currency()},
                                 {u"reason"_s, u"best-seller"_s}});
    }
    return items;
}

} // namespace services::shop::storefront
