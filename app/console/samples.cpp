// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include <QHash>

namespace app::console {

using namespace Qt::StringLiterals;

QString sampleParameter(const QString &operation, const QString &name)
{
    if (name == u"product"_s || operation.contains(u"/products/"_s))
        return u"p-0001"_s;
    return {};
}

QString sampleQuery(const QString &operation)
{
    if (operation.endsWith(u"/search"_s))
        return u"q=lamp"_s;
    return operation.endsWith(u"/products"_s) ? u"page=1&size=5"_s : QString();
}

QString sampleBody(const QString &operation)
{
    static const QHash<QString, QString> bodies = {
        {u"sessions"_s, uR"({"email": "shopper-001@example.test", "password": "faultline-demo"})"_s},
        {u"accounts"_s, uR"({"email": "me@example.test", "password": "a-long-password", "name": "Me"})"_s},
        {u"orders"_s, uR"({"card": "4242424242424242"})"_s},
        {u"charges"_s, uR"({"order": "o-1", "amount": 4290, "card": "4242424242424242"})"_s},
        {u"reservations"_s, uR"({"order": "o-1", "items": [{"product": "p-0001", "quantity": 1}]})"_s},
    };
    if (operation.startsWith(u"PUT"_s) && operation.contains(u"/items/"_s))
        return uR"({"quantity": 1})"_s;
    return operation.startsWith(u"POST"_s) ? bodies.value(operation.section(u'/', -1)) : QString();
}

} // namespace app::console
