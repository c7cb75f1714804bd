// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mutants.h"

#include "jsonedit.h"

#include <QJsonArray>
#include <QSet>

#include <functional>

namespace tests::schema {

using namespace Qt::StringLiterals;

namespace {

// Goes through a document along its schema and shows each described part where it is used first.
class Tour
{
public:
    using Visit
        = std::function<void(const QString &pointer, const QJsonValue &value, const QJsonObject &rules)>;

    Tour(const JsonSchema &schema, Visit visit)
        : m_schema(schema)
        , m_visit(std::move(visit))
    {
    }

    void go(const QJsonValue &value, const QJsonValue &schema, const QString &pointer, const QString &part)
    {
        const QString reference = schema.toObject().value(u"$ref"_s).toString();
        // Named parts of one kind of value (ids, sentences) are visited at each member that has one.
        const bool record = value.isObject() && !reference.isEmpty();
        const QString here = record ? reference : part;
        const QJsonObject rules = m_schema.resolved(schema);
        if (!m_seen.contains(here)) {
            m_seen.insert(here);
            m_visit(pointer, value, rules);
        }
        const QJsonObject properties = rules.value(u"properties"_s).toObject();
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            const bool named = properties.contains(member.key());
            const QJsonValue next
                = named ? properties.value(member.key()) : rules.value(u"additionalProperties"_s);
            if (next.isObject())
                go(member.value(), next, pointer + u'/' + member.key(),
                   here + u'.' + (named ? member.key() : u"*"_s));
        }
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            go(array.at(i), rules.value(u"items"_s), u"%1/%2"_s.arg(pointer).arg(i), here + u"[]"_s);
    }

private:
    const JsonSchema &m_schema;
    Visit m_visit;
    QSet<QString> m_seen;
};

// Collects mutants of one document.
class Breeder
{
public:
    explicit Breeder(QJsonValue good)
        : m_good(std::move(good))
    {
    }

    void put(const QString &pointer, const QString &what, const QJsonValue &value)
    {
        m_mutants.push_back({pointer + u' ' + what, edited(m_good, pointer, value)});
    }

    void breakPart(const QString &pointer, const QJsonValue &value, const QJsonObject &rules)
    {
        if (rules.contains(u"type"_s) || rules.contains(u"enum"_s)) {
            put(pointer, u"is null"_s, QJsonValue::Null);
            put(pointer, u"is of another type"_s, value.isString() ? QJsonValue(7) : QJsonValue(u"seven"_s));
        }
        breakText(pointer, rules);
        breakNumber(pointer, rules);
        breakList(pointer, value.toArray(), rules);
        for (const auto &name : rules.value(u"required"_s).toArray())
            put(pointer + u'/' + name.toString(), u"is missing"_s, QJsonValue::Undefined);
        if (rules.value(u"additionalProperties"_s) == false)
            put(pointer + u"/stranger"_s, u"is unknown"_s, 1);
    }

    std::vector<Mutant> take() { return std::move(m_mutants); }

private:
    void breakText(const QString &pointer, const QJsonObject &rules)
    {
        if (rules.contains(u"enum"_s))
            put(pointer, u"is none of the words"_s, u"other"_s);
        if (rules.contains(u"pattern"_s)) {
            put(pointer, u"is empty"_s, QString());
            put(pointer, u"is blank"_s, u" "_s);
            put(pointer, u"has two lines"_s, u"a\nb"_s);
        }
        if (rules.contains(u"maxLength"_s))
            put(pointer, u"is too long"_s, QString(rules.value(u"maxLength"_s).toInt() + 1, u'a'));
    }

    void breakNumber(const QString &pointer, const QJsonObject &rules)
    {
        if (rules.contains(u"minimum"_s))
            put(pointer, u"is too small"_s, rules.value(u"minimum"_s).toDouble() - 1);
        if (rules.contains(u"maximum"_s))
            put(pointer, u"is too large"_s, rules.value(u"maximum"_s).toDouble() + 1);
        if (rules.value(u"type"_s).toString() == u"integer")
            put(pointer, u"is a fraction"_s, rules.value(u"minimum"_s).toDouble() + 0.5);
        if (rules.contains(u"const"_s))
            put(pointer, u"is another value"_s, 4711);
    }

    void breakList(const QString &pointer, const QJsonArray &list, const QJsonObject &rules)
    {
        if (rules.contains(u"minItems"_s))
            put(pointer, u"has nothing in it"_s, QJsonArray());
        if (rules.value(u"uniqueItems"_s).toBool())
            put(pointer + u"/-"_s, u"repeats"_s, list.at(0));
        if (rules.contains(u"maxItems"_s)) {
            QJsonArray many;
            for (int i = 0; i <= rules.value(u"maxItems"_s).toInt(); ++i)
                many.append(i);
            put(pointer, u"has too many"_s, many);
        }
    }

    QJsonValue m_good;
    std::vector<Mutant> m_mutants;
};

void collectMembers(const QString &name, const QJsonObject &part, QSet<QString> &all)
{
    const QJsonObject properties = part.value(u"properties"_s).toObject();
    for (const QString &member : properties.keys()) {
        if (member != u"$comment")
            all.insert(name + u'.' + member);
    }
}

// Takes away each member that is used somewhere.
void removeUsed(const JsonSchema &schema, const QJsonValue &value, const QJsonValue &part, QSet<QString> &all)
{
    if (part.toObject().isEmpty())
        return; // free content
    const QString reference = part.toObject().value(u"$ref"_s).toString();
    const QJsonObject rules = schema.resolved(part);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        all.remove((reference.isEmpty() ? u"#"_s : reference) + u'.' + member.key());
        const QJsonObject properties = rules.value(u"properties"_s).toObject();
        const bool isNamed = properties.contains(member.key());
        removeUsed(schema, member.value(),
                   isNamed ? properties.value(member.key()) : rules.value(u"additionalProperties"_s), all);
    }
    for (const auto &element : value.toArray())
        removeUsed(schema, element, rules.value(u"items"_s), all);
}

} // namespace

std::vector<Mutant> badMutants(const JsonSchema &schema, const QJsonValue &good)
{
    Breeder breeder(good);
    Tour tour(schema, [&](const QString &pointer, const QJsonValue &value, const QJsonObject &rules) {
        breeder.breakPart(pointer, value, rules);
    });
    tour.go(good, schema.root(), {}, u"#"_s);
    return breeder.take();
}

std::vector<Mutant> edgeMutants(const JsonSchema &schema, const QJsonValue &good)
{
    Breeder breeder(good);
    Tour tour(schema, [&](const QString &pointer, const QJsonValue &, const QJsonObject &rules) {
        for (const QString &end : {u"minimum"_s, u"maximum"_s}) {
            if (rules.contains(end))
                breeder.put(pointer, u"at its "_s + end, rules.value(end));
        }
    });
    tour.go(good, schema.root(), {}, u"#"_s);
    return breeder.take();
}

QStringList unusedMembers(const JsonSchema &schema, const QJsonValue &document)
{
    QSet<QString> all;
    collectMembers(u"#"_s, schema.root(), all);
    const QJsonObject parts = schema.root().value(u"$defs"_s).toObject();
    for (auto part = parts.begin(); part != parts.end(); ++part)
        collectMembers(u"#/$defs/"_s + part.key(), part.value().toObject(), all);
    removeUsed(schema, document, schema.root(), all);
    return {all.begin(), all.end()};
}

} // namespace tests::schema
