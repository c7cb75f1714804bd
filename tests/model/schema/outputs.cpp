// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "outputs.h"

#include "jsonedit.h"
#include "jsonschema.h"

#include <QJsonArray>

namespace tests::schema {

using namespace Qt::StringLiterals;

namespace {

// The same schema without room for what it does not mention.
QJsonValue closed(const QJsonValue &schema)
{
    if (!schema.isObject())
        return schema;
    QJsonObject object = schema.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        member.value() = closed(QJsonValue(member.value()));
    if (object.value(u"properties"_s).isObject() && object.value(u"type"_s) == u"object"_s)
        object.insert(u"additionalProperties"_s, false);
    return object;
}

} // namespace

QStringList outputFaults(const QString &schema, const QJsonValue &output)
{
    const auto root = valueOf(sourceFile(u"resources/schema/%1.schema.json"_s.arg(schema)));
    return JsonSchema(closed(root).toObject()).faults(output);
}

} // namespace tests::schema
