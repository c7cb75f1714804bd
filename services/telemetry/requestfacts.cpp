// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestfacts.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace services::telemetry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestBody = 4096; // a larger one is not read
constexpr qsizetype longestFact = 80;

} // namespace

QMap<QString, QString> factsOf(const contract::Request &request)
{
    QMap<QString, QString> facts = request.query;
    facts.insert(request.path);
    if (!request.body.isEmpty() && request.body.size() <= longestBody) {
        const auto body = QJsonDocument::fromJson(request.body).object();
        for (const auto &name : {u"amount"_s, u"quantity"_s, u"product"_s, u"order"_s}) {
            const auto value = body.value(name);
            if (value.isDouble())
                facts.insert(name, QString::number(value.toInteger()));
            else if (value.isString())
                facts.insert(name, value.toString());
        }
    }
    for (auto &fact : facts)
        fact.truncate(longestFact);
    return facts;
}

} // namespace services::telemetry
