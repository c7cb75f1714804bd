// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "objectreader.h"

#include "pointer.h"
#include "suggestion.h"

#include <QSet>

#include <cmath>

namespace model::json {

using namespace Qt::StringLiterals;

namespace {

// A list that is longer is a mistake or an attack; reading on would only take time.
constexpr qsizetype mostElements = 10'000;

QString shown(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String: {
        const QString text = value.toString();
        return u'"' + (text.size() > 60 ? text.first(57) + u"..."_s : text) + u'"';
    }
    case QJsonValue::Array:
        return u"a list"_s;
    default:
        return u"an object"_s;
    }
}

template<typename Number>
QString expectedNumber(const QString &noun, Range<Number> range)
{
    const auto written = [](Number number) { return QString::number(static_cast<double>(number), 'g', 15); };
    return u"%1 from %2 to %3"_s.arg(noun, written(range.least), written(range.most));
}

bool isIn(double number, double least, double most)
{
    return std::isfinite(number) && number >= least && number <= most;
}

} // namespace

ObjectReader::ObjectReader(QJsonObject object, QString pointer, Problems &problems)
    : m_object(std::move(object))
    , m_pointer(std::move(pointer))
    , m_problems(problems)
    , m_known({u"$comment"_s})
{
}

QString ObjectReader::text(const QString &key, const TextRule &rule, const std::optional<QString> &fallback)
{
    const auto value = member(key, rule.expected, fallback.has_value());
    if (!value)
        return fallback.value_or(QString());
    if (value->isString() && rule.accepts(value->toString()))
        return value->toString();
    reject(key, *value, rule.expected);
    return fallback.value_or(QString());
}

double ObjectReader::number(const QString &key, Range<double> range, std::optional<double> fallback)
{
    const QString expected = expectedNumber(u"a number"_s, range);
    const auto value = member(key, expected, fallback.has_value());
    if (value && value->isDouble() && isIn(value->toDouble(), range.least, range.most))
        return value->toDouble();
    if (value)
        reject(key, *value, expected);
    return fallback.value_or(range.least);
}

int ObjectReader::integer(const QString &key, Range<int> range, std::optional<int> fallback)
{
    const QString expected = expectedNumber(u"a whole number"_s, range);
    const auto value = member(key, expected, fallback.has_value());
    if (value && value->isDouble()) {
        const double number = value->toDouble();
        if (isIn(number, range.least, range.most) && std::floor(number) == number)
            return static_cast<int>(number);
    }
    if (value)
        reject(key, *value, expected);
    return fallback.value_or(range.least);
}

std::chrono::microseconds ObjectReader::milliseconds(const QString &key,
                                                     Range<double> range,
                                                     std::optional<std::chrono::microseconds> fallback)
{
    using Milliseconds = std::chrono::duration<double, std::milli>;
    const QString expected = expectedNumber(u"a number of milliseconds"_s, range);
    const auto value = member(key, expected, fallback.has_value());
    if (value && value->isDouble() && isIn(value->toDouble(), range.least, range.most))
        return std::chrono::round<std::chrono::microseconds>(Milliseconds(value->toDouble()));
    if (value)
        reject(key, *value, expected);
    return fallback.value_or(std::chrono::round<std::chrono::microseconds>(Milliseconds(range.least)));
}

bool ObjectReader::flag(const QString &key, std::optional<bool> fallback)
{
    const QString expected = u"true or false"_s;
    const auto value = member(key, expected, fallback.has_value());
    if (value && value->isBool())
        return value->toBool();
    if (value)
        reject(key, *value, expected);
    return fallback.value_or(false);
}

QString ObjectReader::chosenWord(const QString &key, const QStringList &words, bool mayBeAbsent)
{
    const QString expected = oneOf(words);
    const auto value = member(key, expected, mayBeAbsent);
    if (!value || (value->isString() && words.contains(value->toString())))
        return value ? value->toString() : QString();
    report(key,
           u"Write %1 instead of %2.%3"_s.arg(expected, shown(*value), didYouMean(value->toString(), words)));
    return {};
}

QStringList ObjectReader::texts(const QString &key, const TextRule &rule, Presence presence)
{
    QStringList all;
    QSet<QString> seen;
    qsizetype index = 0;
    for (const QJsonValue &value : list(key, u"a list of texts"_s, presence)) {
        const QString where = json::pointer(pointer(key), index++);
        const QString text = value.toString();
        const bool good = value.isString() && rule.accepts(text);
        if (!good)
            m_problems.add(where, u"Write %1 instead of %2."_s.arg(rule.expected, shown(value)));
        else if (seen.contains(text))
            m_problems.add(where, u"%1 is already in this list. Remove one of them."_s.arg(shown(value)));
        seen.insert(text);
        all.append(good ? text : QString());
    }
    return all;
}

QMap<QString, QString> ObjectReader::textsByName(const QString &key, const TextRule &rule)
{
    QMap<QString, QString> all;
    const QString expected = u"an object of texts"_s;
    const QJsonObject texts = nested(key, expected, Presence::Optional);
    for (auto entry = texts.begin(); entry != texts.end(); ++entry) {
        const QJsonValue value = entry.value();
        if (value.isString() && rule.accepts(value.toString()))
            all.insert(entry.key(), value.toString());
        else
            m_problems.add(json::pointer(pointer(key), entry.key()),
                           u"Write %1 instead of %2."_s.arg(rule.expected, shown(value)));
    }
    return all;
}

QJsonObject ObjectReader::anyObject(const QString &key)
{
    return nested(key, u"an object"_s, Presence::Optional);
}

void ObjectReader::object(const QString &key, Presence presence, const Each &read)
{
    const auto value = member(key, u"an object"_s, presence == Presence::Optional);
    if (value)
        readNested(*value, pointer(key), read);
}

void ObjectReader::objects(const QString &key, Presence presence, const Each &read)
{
    qsizetype index = 0;
    for (const QJsonValue &value : list(key, u"a list of objects"_s, presence))
        readNested(value, json::pointer(pointer(key), index++), read);
}

void ObjectReader::objectsByName(const QString &key,
                                 Presence presence,
                                 const std::function<void(const QString &name, ObjectReader &)> &read)
{
    const QJsonObject all = nested(key, u"an object of objects"_s, presence);
    for (auto entry = all.begin(); entry != all.end(); ++entry)
        readNested(entry.value(), json::pointer(pointer(key), entry.key()),
                   [&](ObjectReader &in) { read(entry.key(), in); });
}

QString ObjectReader::pointer(const QString &key) const
{
    return json::pointer(m_pointer, key);
}

void ObjectReader::report(const QString &key, QString message)
{
    m_problems.add(has(key) ? pointer(key) : m_pointer, std::move(message));
}

void ObjectReader::finish()
{
    for (const QString &key : m_object.keys()) {
        if (m_problems.isFull())
            return;
        if (m_known.contains(key))
            continue;
        const QString suggestion = didYouMean(key, m_known);
        const QString remedy = suggestion.isEmpty()
            ? u" Remove it; what may stand here is %1."_s.arg(oneOf(m_known.mid(1)))
            : suggestion;
        m_problems.add(pointer(key), u"\"%1\" is not known here.%2"_s.arg(key, remedy));
    }
}

std::optional<QJsonValue> ObjectReader::member(const QString &key, const QString &expected, bool mayBeAbsent)
{
    if (!m_known.contains(key))
        m_known.append(key);
    const auto found = m_object.constFind(key);
    if (found != m_object.constEnd())
        return *found;
    if (!mayBeAbsent)
        m_problems.add(m_pointer, u"\"%1\" is missing. Add it with %2."_s.arg(key, expected));
    return {};
}

void ObjectReader::reject(const QString &key, const QJsonValue &value, const QString &expected)
{
    report(key, u"Write %1 instead of %2."_s.arg(expected, shown(value)));
}

QJsonArray ObjectReader::list(const QString &key, const QString &expected, Presence presence)
{
    const auto value = member(key, expected, presence == Presence::Optional);
    if (!value)
        return {};
    if (!value->isArray()) {
        reject(key, *value, expected);
        return {};
    }
    const QJsonArray elements = value->toArray();
    if (presence == Presence::Required && elements.isEmpty())
        report(key, u"This list is empty. Add at least one element."_s);
    if (elements.size() <= mostElements)
        return elements;
    report(key, u"This list has %1 elements. Keep it to %2."_s.arg(elements.size()).arg(mostElements));
    return {};
}

QJsonObject ObjectReader::nested(const QString &key, const QString &expected, Presence presence)
{
    const auto value = member(key, expected, presence == Presence::Optional);
    if (value && !value->isObject())
        reject(key, *value, expected);
    return value ? value->toObject() : QJsonObject();
}

void ObjectReader::readNested(const QJsonValue &value, const QString &where, const Each &read)
{
    Problems unheard;
    if (!value.isObject())
        m_problems.add(where, u"Write an object ({...}) instead of %1."_s.arg(shown(value)));
    ObjectReader in(value.toObject(), where, value.isObject() ? m_problems : unheard);
    read(in);
    in.finish();
}

} // namespace model::json
