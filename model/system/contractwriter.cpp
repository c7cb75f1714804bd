// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contractwriter.h"

#include "operation.h"

#include <QJsonArray>

namespace model::system {

using namespace Qt::StringLiterals;

namespace {

QJsonObject objectOf(const Shape &shape);

void addShapes(QJsonObject &object, const QString &key, const std::vector<NamedShape> &shapes)
{
    QJsonObject all;
    for (const auto &[name, shape] : shapes)
        all.insert(name, objectOf(shape));
    if (!all.isEmpty())
        object.insert(key, all);
}

QJsonObject objectOf(const Shape &shape)
{
    QJsonObject object{{u"type"_s, word(shape.kind)}};
    if (!shape.description.isEmpty())
        object.insert(u"description"_s, shape.description);
    if (!shape.example.isEmpty())
        object.insert(u"example"_s, shape.example);
    if (shape.optional)
        object.insert(u"optional"_s, true);
    if (!shape.keepAs.isEmpty())
        object.insert(u"keepAs"_s, shape.keepAs);
    addShapes(object, u"properties"_s, shape.members);
    if (!shape.element.empty())
        object.insert(u"items"_s, objectOf(shape.element.front()));
    return object;
}

} // namespace

QJsonObject objectOf(const Contract &contract)
{
    QJsonObject object;
    if (!contract.like.capability.isEmpty())
        object.insert(u"like"_s, written(contract.like));
    addShapes(object, u"path"_s, contract.path);
    addShapes(object, u"query"_s, contract.query);
    if (contract.request.has_value())
        object.insert(u"request"_s, objectOf(*contract.request));
    if (contract.answer.has_value())
        object.insert(u"answer"_s, objectOf(*contract.answer));
    QJsonArray statuses;
    for (const auto &[status, meaning] : contract.statuses)
        statuses.append(QJsonObject{{u"status"_s, status}, {u"meaning"_s, meaning}});
    if (!statuses.isEmpty())
        object.insert(u"statuses"_s, statuses);
    return object;
}

} // namespace model::system
