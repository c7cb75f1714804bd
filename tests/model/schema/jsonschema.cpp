// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonschema.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <cmath>
#include <limits>

namespace tests::schema {

using namespace Qt::StringLiterals;

namespace {

bool hasType(const QJsonValue &value, const QString &type)
{
    if (type == u"integer")
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    return (type == u"object" && value.isObject()) || (type == u"array" && value.isArray())
        || (type == u"string" && value.isString()) || (type == u"number" && value.isDouble())
        || (type == u"boolean" && value.isBool());
}

// ECMAScript writes code points otherwise, and its "$" means the very end.
QRegularExpression compiled(QString pattern)
{
    static const QRegularExpression codePoint(uR"(\\u([0-9a-fA-F]{4}))"_s);
    pattern.replace(codePoint, uR"(\x{\1})"_s);
    if (pattern.endsWith(u'$'))
        pattern = pattern.chopped(1) + uR"(\z)"_s;
    return QRegularExpression(pattern);
}

bool matches(const QString &text, const QString &pattern)
{
    static QHash<QString, QRegularExpression> known; // compiling is half the time of these tests
    auto found = known.find(pattern);
    if (found == known.end())
        found = known.insert(pattern, compiled(pattern));
    return found->match(text).hasMatch();
}

bool hasRepeats(const QJsonArray &array)
{
    QSet<QByteArray> seen;
    for (const auto &element : array)
        seen.insert(QJsonDocument(QJsonArray{element}).toJson());
    return seen.size() < array.size();
}

// Whether a keyword without subschemas lets the value pass; keywords of other types always do.
bool passes(const QJsonValue &value, const QString &keyword, const QJsonValue &limit)
{
    static const QStringList annotations{u"$schema"_s, u"$id"_s,         u"$defs"_s,
                                         u"title"_s,   u"description"_s, u"default"_s};
    static const QStringList structural{
        u"properties"_s, u"additionalProperties"_s, u"items"_s, u"if"_s, u"then"_s, u"else"_s, u"not"_s};
    if (annotations.contains(keyword) || structural.contains(keyword))
        return true;
    if (keyword == u"type")
        return hasType(value, limit.toString());
    if (keyword == u"const")
        return value == limit;
    if (keyword == u"enum")
        return limit.toArray().contains(value);
    if (keyword == u"pattern")
        return !value.isString() || matches(value.toString(), limit.toString());
    if (keyword == u"minLength")
        return !value.isString() || value.toString().toUcs4().size() >= limit.toInt();
    if (keyword == u"maxLength")
        return !value.isString() || value.toString().toUcs4().size() <= limit.toInt();
    if (keyword == u"minimum")
        return !value.isDouble() || value.toDouble() >= limit.toDouble();
    if (keyword == u"maximum")
        return !value.isDouble() || value.toDouble() <= limit.toDouble();
    if (keyword == u"minItems")
        return !value.isArray() || value.toArray().size() >= limit.toInt();
    if (keyword == u"maxItems")
        return !value.isArray() || value.toArray().size() <= limit.toInt();
    if (keyword == u"uniqueItems")
        return !value.isArray() || !hasRepeats(value.toArray());
    if (keyword == u"required") {
        for (const auto &name : limit.toArray()) {
            if (value.isObject() && !value.toObject().contains(name.toString()))
                return false;
        }
        return true;
    }
    return false;
}

} // namespace

JsonSchema::JsonSchema(QJsonObject root)
    : m_root(std::move(root))
{
}

QStringList JsonSchema::faults(const QJsonValue &document) const
{
    QStringList found;
    check(document, m_root, {}, found);
    return found;
}

QJsonObject JsonSchema::resolved(const QJsonValue &schema) const
{
    QJsonObject object = schema.toObject();
    const QString reference = object.take(u"$ref"_s).toString();
    if (reference.isEmpty())
        return object;
    QJsonObject target = m_root.value(u"$defs"_s).toObject().value(reference.mid(8)).toObject();
    if (target.isEmpty())
        target.insert(u"nowhere"_s, reference); // an unknown keyword: refused
    for (auto own = object.begin(); own != object.end(); ++own)
        target.insert(own.key(), own.value());
    return target;
}

void JsonSchema::check(const QJsonValue &value,
                       const QJsonValue &schema,
                       const QString &where,
                       QStringList &found) const
{
    const QJsonObject rules = resolved(schema);
    for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
        if (!passes(value, rule.key(), rule.value()))
            found.append(where + u": "_s + rule.key());
    }
    if (value.isObject())
        checkObject(value.toObject(), rules, where, found);
    const QJsonArray array = value.toArray();
    const bool tooMany
        = !passes(value, u"maxItems"_s, rules.value(u"maxItems"_s).toInt(std::numeric_limits<int>::max()));
    for (qsizetype i = 0; i < array.size() && rules.contains(u"items"_s) && !tooMany; ++i)
        check(array.at(i), rules.value(u"items"_s), u"%1/%2"_s.arg(where).arg(i), found);
    checkCondition(value, rules, where, found);
}

void JsonSchema::checkObject(const QJsonObject &object,
                             const QJsonObject &schema,
                             const QString &where,
                             QStringList &found) const
{
    const QJsonObject properties = schema.value(u"properties"_s).toObject();
    const QJsonValue others = schema.value(u"additionalProperties"_s);
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString pointer = where + u'/' + member.key();
        if (properties.contains(member.key()))
            check(member.value(), properties.value(member.key()), pointer, found);
        else if (others.isObject())
            check(member.value(), others, pointer, found);
        else if (others.isBool() && !others.toBool())
            found.append(pointer + u": additionalProperties"_s);
    }
}

void JsonSchema::checkCondition(const QJsonValue &value,
                                const QJsonObject &schema,
                                const QString &where,
                                QStringList &found) const
{
    if (schema.contains(u"not"_s) && holds(value, schema.value(u"not"_s)))
        found.append(where + u": not"_s);
    if (!schema.contains(u"if"_s))
        return;
    const QString branch = holds(value, schema.value(u"if"_s)) ? u"then"_s : u"else"_s;
    if (schema.contains(branch))
        check(value, schema.value(branch), where, found);
}

bool JsonSchema::holds(const QJsonValue &value, const QJsonValue &schema) const
{
    QStringList found;
    check(value, schema, {}, found);
    return found.isEmpty();
}

} // namespace tests::schema
